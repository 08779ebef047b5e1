#include "common/mqtt/outbox.hpp"

#include <gtest/gtest.h>

namespace panggil::mqtt {
namespace {

Message plain(const std::string& topic, const std::string& payload, int qos = 1) {
  return {.topic = topic, .payload = payload, .qos = qos};
}
Message retained(const std::string& topic, const std::string& payload, int qos = 1) {
  return {.topic = topic, .payload = payload, .qos = qos, .retain = true};
}

/// `topic=payload` of everything in it, in order; empties it.
std::string contents(Outbox& outbox) {
  std::string text;
  while (!outbox.empty()) {
    const auto message = outbox.pop();
    text += (text.empty() ? "" : " ") + message.topic + "=" + message.payload;
  }
  return text;
}

TEST(Outbox, IsFirstInFirstOut) {
  Outbox outbox(10);
  outbox.push(plain("a", "1"));
  outbox.push(plain("b", "2"));
  outbox.push(plain("a", "3"));
  EXPECT_EQ(3U, outbox.size());
  EXPECT_EQ("a=1 b=2 a=3", contents(outbox));
}

TEST(Outbox, ARetainedMessageTakesThePlaceOfTheOneThatWaits) {
  Outbox outbox(10);
  outbox.push(retained("board", "v1"));
  outbox.push(plain("call", "1"));
  outbox.push(retained("board", "v2"));
  outbox.push(retained("queue", "v1"));
  outbox.push(retained("board", "v3"));
  EXPECT_EQ("board=v3 call=1 queue=v1", contents(outbox));
  EXPECT_EQ(0U, outbox.dropped());
}

TEST(Outbox, OnceSentARetainedMessageIsNotReplaced) {
  Outbox outbox(10);
  outbox.push(retained("board", "v1"));
  EXPECT_EQ("v1", outbox.pop().payload);
  outbox.push(retained("board", "v2"));
  EXPECT_EQ("board=v2", contents(outbox));
}

TEST(Outbox, PlainMessagesAreNeverReplaced) {
  Outbox outbox(10);
  outbox.push(plain("call", "1"));
  outbox.push(retained("call", "2"));
  outbox.push(plain("call", "3"));
  EXPECT_EQ("call=1 call=2 call=3", contents(outbox));
}

TEST(Outbox, WhenItIsFullTheOldestOfQos0GivesWay) {
  Outbox outbox(4);
  outbox.push(plain("a", "1", 1));
  outbox.push(plain("beat", "1", 0));
  outbox.push(plain("beat", "2", 0));
  outbox.push(plain("a", "2", 1));
  outbox.push(plain("a", "3", 1));
  EXPECT_EQ(1U, outbox.dropped());
  EXPECT_EQ("a=1 beat=2 a=2 a=3", contents(outbox));
}

TEST(Outbox, WithoutAnyOfQos0TheNewOneIsRefused) {
  Outbox outbox(2);
  outbox.push(plain("a", "1"));
  outbox.push(plain("a", "2"));
  outbox.push(plain("a", "3"));
  outbox.push(plain("beat", "1", 0));
  EXPECT_EQ(2U, outbox.dropped());
  EXPECT_EQ("a=1 a=2", contents(outbox));
}

TEST(Outbox, AFullOneStillReplacesRetainedState) {
  Outbox outbox(2);
  outbox.push(retained("board", "v1"));
  outbox.push(plain("a", "1"));
  outbox.push(retained("board", "v2"));
  EXPECT_EQ(0U, outbox.dropped());
  EXPECT_EQ("board=v2 a=1", contents(outbox));
}

TEST(Outbox, AReplacementMayChangeTheQos) {
  Outbox outbox(2);
  outbox.push(retained("board", "v1", 0));
  outbox.push(retained("board", "v2", 1));
  outbox.push(plain("a", "1"));
  outbox.push(plain("a", "2"));  // nothing of QoS 0 is left to give way
  EXPECT_EQ(1U, outbox.dropped());
  EXPECT_EQ("board=v2 a=1", contents(outbox));
  outbox.push(retained("board", "v3", 1));
  outbox.push(retained("board", "v4", 0));
  outbox.push(plain("a", "3"));
  outbox.push(plain("a", "4"));
  EXPECT_EQ("a=3 a=4", contents(outbox));
}

TEST(Outbox, ClearedItForgetsWhatItWouldReplace) {
  Outbox outbox(2);
  outbox.push(retained("board", "v1", 0));
  outbox.clear();
  EXPECT_TRUE(outbox.empty());
  outbox.push(retained("board", "v2"));
  outbox.push(plain("a", "1"));
  outbox.push(plain("a", "2"));
  EXPECT_EQ("board=v2 a=1", contents(outbox));
}

}  // namespace
}  // namespace panggil::mqtt
