// Many messages at once: the broker's receive maximum, our queue, the inbox.
#include <gtest/gtest.h>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class Window : public OverEach {};

/// The payloads of topic "n", in the order of arrival.
std::vector<int> numbers(const std::vector<PlainClient::Seen>& seen) {
  std::vector<int> found;
  for (const auto& message : seen) found.push_back(std::stoi(message.payload));
  return found;
}

std::vector<int> counting_to(int end) {
  std::vector<int> all;
  for (int i = 0; i < end; ++i) all.push_back(i);
  return all;
}

TEST_P(Window, ABurstOf5000AgainstAReceiveMaximumOf20ArrivesWholeInOrderAndFast) {
  PrivateBroker broker("max_inflight_messages 20\nmax_queued_messages 0");
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("n");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  const auto begun = Clock::now();
  for (int i = 0; i < 5000; ++i) connection->publish({.topic = "n", .payload = std::to_string(i)});
  ASSERT_TRUE(connection.run_until_delivered()) << connection->backlog();
  const std::chrono::duration<double> took = Clock::now() - begun;
  // A window above the receive maximum gives 219.
  EXPECT_GT(5000 / took.count(), 500.0 / kSlower);
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 5000; }));
  EXPECT_EQ(counting_to(5000), numbers(witness.seen()));
  EXPECT_EQ(0U, connection->dropped());
}

TEST_P(Window, AReceiveMaximumOfOneIsKept) {
  PrivateBroker broker("max_inflight_messages 1\nmax_queued_messages 0");
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("n");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  for (int i = 0; i < 300; ++i) connection->publish({.topic = "n", .payload = std::to_string(i)});
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 300; })) << witness.seen().size();
  ASSERT_TRUE(connection.run_until_delivered());
  EXPECT_EQ(counting_to(300), numbers(witness.seen()));
}

TEST_P(Window, LargeMessagesOfQos0AndQos1TogetherAllSettle) {
  PrivateBroker broker("max_queued_messages 0");
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("#");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  const std::string large(60'000, 'x');
  for (int i = 0; i < 400; ++i) connection->publish({.topic = "n", .payload = large, .qos = i % 2});
  EXPECT_TRUE(connection.run_until_delivered()) << connection->backlog();
  EXPECT_TRUE(witness.wait_until([](const auto& seen) {
    return std::count_if(seen.begin(), seen.end(), [](const auto& one) { return one.qos == 1; }) == 200;
  }));
}

TEST_P(Window, RetainedStateThatWaitsIsReplacedByTheLatest) {
  PrivateBroker broker;
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("state");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.freeze();  // nothing is acknowledged
  for (int i = 0; i < 1000; ++i)
    connection->publish({.topic = "state", .payload = std::to_string(i), .qos = 1, .retain = true});
  EXPECT_LT(connection->backlog(), 30U);
  broker.thaw();
  const auto last_is_seen = [&] { return !witness.seen().empty() && witness.seen().back().payload == "999"; };
  ASSERT_TRUE(connection.run_until(last_is_seen));
  EXPECT_LT(witness.seen().size(), 30U);
}

TEST_P(Window, WhatFindsNoRoomInTheQueueIsCounted) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.freeze();
  for (int i = 0; i < 21'000; ++i) connection->publish({.topic = "n", .payload = "x"});
  const auto in_flight = connection->backlog() - 20'000;
  EXPECT_EQ(1000 - in_flight, connection->dropped());
  broker.thaw();
  EXPECT_TRUE(connection.run_until([&] { return connection->backlog() < 15'000; })) << "it does not go on";
}

TEST_P(Window, AFullInboxDropsAndCountsAndTheConnectionGoesOn) {
  if (GetParam() == Over::kMosquitto) GTEST_SKIP() << "it reads while its owner looks only";
  PrivateBroker broker("max_queued_messages 0");
  PlainClient sender(broker.port(), "sender");
  Connection connection(GetParam(), options_for(broker.uri()), 10);
  connection->subscribe({.filter = "n"});
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "n", .payload = "first"});
  ASSERT_TRUE(connection.run_until_received(1));
  for (int i = 0; i < 1000; ++i) sender.publish("n", std::to_string(i));
  for (int i = 0; i < 500 && connection.inbox().dropped() < 990; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(990U, connection.inbox().dropped());
  ASSERT_TRUE(connection.run_until_received(11));
  EXPECT_EQ("9", connection.received.back().payload);
  sender.publish("n", "last");
  ASSERT_TRUE(connection.run_until_received(12));
  EXPECT_EQ("last", connection.received.back().payload);
}

TEST_P(Window, CloseDeliversWhatIsQueued) {
  PrivateBroker broker("max_queued_messages 0");
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("n");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  for (int i = 0; i < 2000; ++i) connection->publish({.topic = "n", .payload = std::to_string(i)});
  connection->close(kPatience);
  EXPECT_EQ(0U, connection->backlog());
  EXPECT_FALSE(connection->connected());
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 2000; }));
  EXPECT_EQ(counting_to(2000), numbers(witness.seen()));
}

TEST_P(Window, CloseGivesUpWhenItsPatienceEnds) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.freeze();
  for (int i = 0; i < 100; ++i) connection->publish({.topic = "n", .payload = "x"});
  const auto begun = Clock::now();
  connection->close(500ms);
  EXPECT_LT(Clock::now() - begun, 1500ms * kSlower);
}

TEST_P(Window, AConnectionWithNothingToDoNeverWakesItsOwner) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "n", .payload = "x"});
  connection.run_for(500ms);
  if (GetParam() == Over::kPaho) {
    EXPECT_EQ(std::nullopt, connection->next_pump());
  }
  const auto before = connection.turns;
  connection.run_for(3s);
  // Its first look and its last; a keep-alive of five seconds wants to be looked at, too.
  const auto upkeep = GetParam() == Over::kMosquitto ? 3U : 0U;
  EXPECT_LE(connection.turns - before, 2U + upkeep);
}

INSTANTIATE_TEST_SUITE_P(Over, Window, kEach, name_of);

}  // namespace
}  // namespace panggil::test
