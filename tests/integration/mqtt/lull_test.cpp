// A display sleeps through every second beat, and through nothing else. MosquittoTransport only.
#include <gtest/gtest.h>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/integration/mqtt/lulls.hpp"
#include "tests/support/private_broker.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kNever = 1h;

/// A sender, and a listener for whom beats need not hurry.
class Pair {
 public:
  Pair(const mqtt::Options& options, std::chrono::milliseconds wait)
      : sender_(Over::kMosquitto, named(options, "sender")),
        listener_(Over::kMosquitto, heeding(options, wait)) {
    for (const auto* topic : {"beat", "call"}) listener_->subscribe({.filter = topic});
    for (auto* each : {&sender_, &listener_}) {
      (*each)->start();
      EXPECT_TRUE(each->run_until_connected());
    }
    // Once one is heard, everything is subscribed.
    const auto heard = [this] {
      call();
      return listener_.run_until_received(1, 200ms);
    };
    EXPECT_TRUE(listener_.run_until(heard));
    // Nor is anything under way once what was sent last is here.
    send("call", kLast);
    EXPECT_TRUE(listener_.run_until(
        [this] { return !listener_.received.empty() && listener_.received.back().payload.size() == kLast; }));
    listener_.received.clear();
    beat();
    EXPECT_TRUE(listener_.run_until_received(1)) << "the first beat of a lull is heard at once";
    listener_.received.clear();
  }

  void beat() { send("beat", 100); }
  void call() { send("call", 300); }
  Connection& listener() { return listener_; }

 private:
  static constexpr std::size_t kLast = 400;  // bytes
  static mqtt::Options named(mqtt::Options options, const std::string& name) {
    options.client = ClientId(name);
    return options;
  }
  static mqtt::Options heeding(const mqtt::Options& options, std::chrono::milliseconds wait) {
    auto heeding = named(options, "listener");
    heeding.unhurried = mqtt::Unhurried{"beat", wait};
    heeding.keep_alive = 10min;  // the answer to a ping may wake it as well
    return heeding;
  }
  void send(const std::string& topic, std::size_t size) {
    sender_->publish({.topic = topic, .payload = std::string(size, 'x'), .qos = 0, .expiry = 5s});
    EXPECT_TRUE(sender_.run_until_delivered());
  }

  Connection sender_;
  Connection listener_;
};

mqtt::Options plain(const PrivateBroker& broker) {
  return options_for(broker.uri());
}

TEST(Lulls, OverTcp) {
  const PrivateBroker broker;
  expect_lulls(plain(broker));
}

TEST(Lulls, WithManyBeatsOneInTwoWakes) {
  const PrivateBroker broker;
  Pair pair(plain(broker), kNever);
  for (int i = 0; i < 20; ++i) {
    pair.beat();
    pair.listener().run_for(100ms);
  }
  EXPECT_LE(pair.listener().received.size(), 10U) << "of those that come together the newest counts";
  EXPECT_GE(pair.listener().received.size(), 1U);
}

TEST(Lulls, UntilTheSecondBeatNothingElseWakes) {
  const PrivateBroker broker;
  constexpr auto kTwoBeats = 1300ms;
  Pair pair(plain(broker), kTwoBeats);
  const auto begun = Clock::now();
  for (int i = 0; i < 2; ++i) pair.beat();
  ASSERT_TRUE(pair.listener().run_until_received(1));
  ASSERT_TRUE(pair.listener()->next_pump());
  EXPECT_GE(*pair.listener()->next_pump(), begun + kTwoBeats);
}

TEST(Lulls, ABeatThatStaysAloneIsHeardWhenItHasWaitedAndIsNotTakenForFresh) {
  const PrivateBroker broker;
  constexpr auto kWait = 3s;  // the broker must not take longer to hand on the beat
  const auto begun = Clock::now();
  Pair pair(plain(broker), kWait);
  const auto last = Clock::now();
  pair.beat();
  ASSERT_TRUE(pair.listener().run_until_received(1));
  EXPECT_GE(Clock::now() - begun, kWait);
  EXPECT_LE(pair.listener().received[0].at, last);
  // And then each wakes again until there is a lull.
  pair.beat();
  ASSERT_TRUE(pair.listener().run_until_received(2));
}

TEST(Lulls, AnAcknowledgementIsNotSleptThrough) {
  const PrivateBroker broker;
  Pair pair(plain(broker), kNever);
  pair.listener()->publish({.topic = "shown", .payload = "x"});
  EXPECT_TRUE(pair.listener().run_until_delivered());
}

TEST(Lulls, TheEndOfTheConnectionIsNotSleptThrough) {
  PrivateBroker broker;
  Pair pair(plain(broker), kNever);
  broker.kill();
  EXPECT_TRUE(pair.listener().run_until_disconnected());
}

TEST(Lulls, WhatIsSubscribedInOneIsHeardAtOnce) {
  const PrivateBroker broker;
  Pair pair(plain(broker), kNever);
  Connection other(Over::kMosquitto, [&] {
    auto options = plain(broker);
    options.client = ClientId("other");
    return options;
  }());
  other->start();
  ASSERT_TRUE(other.run_until_connected());
  other->publish({.topic = "kept", .payload = "x", .qos = 1, .retain = true});
  ASSERT_TRUE(other.run_until_delivered());
  pair.listener()->subscribe({.filter = "kept"});
  EXPECT_TRUE(pair.listener().run_until_received(1));
}

}  // namespace

void expect_lulls(const mqtt::Options& options) {
  Pair pair(options, kNever);
  auto& listener = pair.listener();
  pair.beat();
  listener.run_for(300ms);
  EXPECT_TRUE(listener.received.empty()) << "one beat wakes it";
  pair.beat();
  ASSERT_TRUE(listener.run_until_received(1)) << "two do not";
  pair.beat();
  listener.run_for(300ms);
  EXPECT_EQ(1U, listener.received.size());
  pair.call();
  ASSERT_TRUE(listener.run_until_received(3)) << "a call does not";
  EXPECT_EQ("beat", listener.received[1].topic);
  EXPECT_EQ("call", listener.received[2].topic);
  pair.beat();
  ASSERT_TRUE(listener.run_until_received(4)) << "after anything else a beat is heard at once";
  pair.call();
  ASSERT_TRUE(listener.run_until_received(5)) << "a call in a lull";
}

}  // namespace panggil::test
