#include "common/mqtt/outflow.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace panggil::mqtt {
namespace {

constexpr std::size_t kAll = 1000;

class OutflowTest : public testing::Test {
 protected:
  OutflowTest() { flow_.open(1, 3); }

  void push(const std::string& payload) { flow_.push({.topic = "n", .payload = payload}); }
  bool advance(std::uintptr_t attempt, std::size_t most = kAll) {
    return flow_.advance(attempt, most, [&](const Message& message) {
      if (message.payload == refused_) return false;
      sent_.push_back(message.payload);
      return true;
    });
  }
  using Payloads = std::vector<std::string>;

  Outflow flow_{10};
  Payloads sent_;
  std::string refused_;
};

TEST_F(OutflowTest, SendsInOrderAsFarAsTheWindowGoesAndOnAsMessagesAreSettled) {
  for (const auto* each : {"a", "b", "c", "d", "e"}) push(each);
  advance(1);
  EXPECT_EQ((Payloads{"a", "b", "c"}), sent_);
  EXPECT_EQ(5U, flow_.backlog());
  flow_.settled(1);
  advance(1);
  EXPECT_EQ((Payloads{"a", "b", "c", "d"}), sent_);
  EXPECT_EQ(4U, flow_.backlog());
}

TEST_F(OutflowTest, WhoeverWantsFewerUnderWaySendsFewer) {
  for (const auto* each : {"a", "b", "c"}) push(each);
  advance(1, 1);
  advance(1, 1);
  EXPECT_EQ((Payloads{"a"}), sent_);
  advance(1);
  EXPECT_EQ((Payloads{"a", "b", "c"}), sent_);
}

TEST_F(OutflowTest, WhatCouldNotBeSentIsGoneAndTakesNoRoom) {
  refused_ = "b";
  for (const auto* each : {"a", "b", "c", "d"}) push(each);
  advance(1);
  EXPECT_EQ((Payloads{"a", "c", "d"}), sent_);
  EXPECT_EQ(3U, flow_.backlog());
}

TEST_F(OutflowTest, SaysWhenTheLastUnderWayIsSettledAndOthersWait) {
  push("a");
  push("b");
  advance(1, 1);
  EXPECT_TRUE(flow_.settled(1)) << "b waits, and nobody else will hear of it";
  advance(1);
  EXPECT_FALSE(flow_.settled(1));
  EXPECT_EQ(0U, flow_.backlog());
}

TEST_F(OutflowTest, WithoutAConnectionNothingIsSentAndNothingWaits) {
  push("a");
  flow_.shut();
  EXPECT_EQ(0U, flow_.backlog());
  push("b");
  EXPECT_FALSE(advance(1));
  EXPECT_TRUE(sent_.empty());
}

TEST_F(OutflowTest, WhatAnEarlierConnectionSaysLateIsIgnored) {
  push("a");
  advance(1);
  flow_.shut();
  flow_.open(2, 3);
  push("b");
  advance(2);
  EXPECT_FALSE(flow_.settled(1));
  EXPECT_EQ(1U, flow_.backlog());
  push("c");
  advance(1);
  EXPECT_EQ((Payloads{"a", "b"}), sent_);
}

TEST_F(OutflowTest, WhatWasPutInWhileALateThreadWasStillSendingIsNotForgotten) {
  push("a");
  const bool others_wait = flow_.advance(1, kAll, [&](const Message&) {
    flow_.shut();
    flow_.open(2, 3);
    push("b");
    EXPECT_FALSE(advance(2)) << "somebody is at it";
    return true;
  });
  EXPECT_TRUE(others_wait);
  advance(2);
  EXPECT_EQ((Payloads{"b"}), sent_);
}

TEST_F(OutflowTest, TwoThreadsKeepTheOrderAndNothingIsLeft) {
  constexpr std::size_t kCount = 20'000;
  Outflow flow(kCount);
  flow.open(1, 8);
  std::vector<std::size_t> sent;  // only by whoever is at it
  std::atomic<std::size_t> under_way = 0;
  const auto send = [&](const Message& message) {
    sent.push_back(std::stoul(message.payload));
    ++under_way;
    return true;
  };
  std::atomic<bool> all_in = false;
  std::thread library([&] {
    while (!all_in || flow.backlog() > 0) {
      if (under_way == 0) {
        std::this_thread::yield();
        continue;
      }
      --under_way;
      flow.settled(1);
      flow.advance(1, kAll, send);
    }
  });
  for (std::size_t i = 0; i < kCount; ++i) {
    flow.push({.topic = "n", .payload = std::to_string(i)});
    flow.advance(1, 1, send);
  }
  all_in = true;
  library.join();
  ASSERT_EQ(kCount, sent.size());
  EXPECT_TRUE(std::is_sorted(sent.begin(), sent.end()));
}

}  // namespace
}  // namespace panggil::mqtt
