// The broker that is not there, dies, falls silent or stands still.
#include <gtest/gtest.h>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"
#include "tests/support/tcp_proxy.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class Reconnect : public OverEach {};

TEST_P(Reconnect, ABrokerThatIsNotThereIsToldOnceAndFoundWhenItAppears) {
  PrivateBroker broker;
  broker.stop();
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  connection.run_for(4s);
  ASSERT_EQ(1U, connection.reasons.size());
  EXPECT_NE(std::string::npos, connection.reasons[0].find(broker.uri())) << connection.reasons[0];
  EXPECT_FALSE(connection->connected());
  broker.start();
  const auto there = Clock::now();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_LT(Clock::now() - there, 3s * kSlower);
  EXPECT_TRUE(connection->connected());
}

TEST_P(Reconnect, AfterTheBrokerIsKilledItIsBackWithinThreeSecondsAndSubscribedAgain) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->subscribe({.filter = "a/+"});
  connection->subscribe({.filter = "b"});
  connection->subscribe({.filter = "never"});
  connection->unsubscribe("never");
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  for (std::size_t round = 1; round <= 5; ++round) {
    broker.kill();
    ASSERT_TRUE(connection.run_until_disconnected());
    connection.run_for(round * 300ms);
    broker.start();
    const auto there = Clock::now();
    ASSERT_TRUE(connection.run_until_connected()) << "round " << round;
    EXPECT_LT(Clock::now() - there, 3s * kSlower);
    connection->publish({.topic = "a/x", .payload = std::to_string(round)});
    connection->publish({.topic = "never", .payload = "no"});
    connection->publish({.topic = "b", .payload = std::to_string(round)});
    ASSERT_TRUE(connection.run_until_received(2 * round));
    EXPECT_EQ(std::to_string(round), connection.received.back().payload);
    EXPECT_EQ("b", connection.received.back().topic);
  }
  EXPECT_LE(connection.reasons.size(), 10U);  // the loss, and that it cannot be made again
}

TEST_P(Reconnect, ABrokerThatStopsInOrderIsNoticedAtOnce) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.stop();
  EXPECT_TRUE(connection.run_until_disconnected());
}

TEST_P(Reconnect, ItComesBackAfterAnotherTookItsName) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  const PlainClient thief(broker.port(), "counter-1");
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_TRUE(connection.run_until_connected());
}

TEST_P(Reconnect, TheBrokersReasonForEndingTheConnectionIsTold) {
  if (GetParam() == Over::kMosquitto) GTEST_SKIP() << "it sends nothing that the broker does not take";
  PrivateBroker broker("max_packet_size 1000");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "big", .payload = std::string(5000, 'x')});
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_NE(std::string::npos, connection.reasons[0].find("too large")) << connection.reasons[0];
  EXPECT_TRUE(connection.run_until_connected());
}

TEST_P(Reconnect, AMessageThatTheBrokerDoesNotTakeHoldsNothingUp) {
  PrivateBroker broker("max_packet_size 1000");
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("small");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "big", .payload = std::string(5000, 'x')});
  ASSERT_TRUE(connection.run_until_delivered());
  ASSERT_TRUE(connection.run_until([&] { return connection->connected(); }));
  connection->publish({.topic = "small", .payload = "x"});
  EXPECT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
}

/// A pulled cable. Nothing tells the client; only what is not acknowledged does.
std::chrono::milliseconds time_until_noticed(Connection& connection, TcpProxy& wire, bool sending) {
  const auto pulled = Clock::now();
  wire.go_silent();
  while (connection.reasons.empty() && Clock::now() < pulled + 20s) {
    if (sending) connection->publish({.topic = "beat", .payload = "x", .qos = 0});
    connection.run_until([&] { return !connection.reasons.empty(); }, 500ms);
  }
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - pulled);
}

TEST_P(Reconnect, APulledCableIsNoticedWithinFiveSecondsByOneWhoSendsBeats) {
  if (!TcpProxy::can_drop_packets()) GTEST_SKIP() << "this system lets nobody drop packets";
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_LT(time_until_noticed(connection, wire, true), 5s);
  connection.run_for(1s);
  wire.speak_again();
  EXPECT_TRUE(connection.run_until_connected());
}

TEST_P(Reconnect, APulledCableIsNoticedWithinSevenSecondsByOneWhoOnlyListens) {
  if (!TcpProxy::can_drop_packets()) GTEST_SKIP() << "this system lets nobody drop packets";
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_LT(time_until_noticed(connection, wire, false), 7s);
}

TEST_P(Reconnect, WhatWasQueuedWhenTheCableWasPulledIsNeverSentLater) {
  if (!TcpProxy::can_drop_packets()) GTEST_SKIP() << "this system lets nobody drop packets";
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("#");
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  wire.go_silent();
  for (int i = 0; i < 500; ++i) connection->publish({.topic = "cmd", .payload = "stale"});
  EXPECT_EQ(500U, connection->backlog());
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_EQ(0U, connection->backlog());
  connection->publish({.topic = "cmd", .payload = "offline"});
  EXPECT_EQ(0U, connection->backlog());
  wire.speak_again();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "cmd", .payload = "fresh"});
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
  std::this_thread::sleep_for(1s);
  ASSERT_EQ(1U, witness.seen().size());
  EXPECT_EQ("fresh", witness.seen()[0].payload);
}

TEST_P(Reconnect, NothingThatPahoHadTakenButNotSentGoesOutWithTheNextConnection) {
  if (!TcpProxy::can_drop_packets()) GTEST_SKIP() << "this system lets nobody drop packets";
  PrivateBroker broker("max_inflight_messages 1000");
  TcpProxy wire(broker.port());
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("#");
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  wire.go_silent();
  // More than the socket takes, so that a part of it stays with Paho.
  for (int i = 0; i < 60; ++i) connection->publish({.topic = "cmd", .payload = std::string(500'000, 'x')});
  ASSERT_TRUE(connection.run_until_disconnected());
  wire.speak_again();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "cmd", .payload = "fresh"});
  ASSERT_TRUE(connection.run_until([&] { return !witness.seen().empty(); }));
  connection.run_for(1s);
  ASSERT_EQ(1U, witness.seen().size());
  EXPECT_EQ("fresh", witness.seen()[0].payload);
}

TEST_P(Reconnect, OneWhoNeitherSaysNorHearsAnythingStaysConnected) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection.run_for(10s);  // the broker waits for one and a half keep-alives
  EXPECT_TRUE(connection.reasons.empty());
}

TEST_P(Reconnect, ABrokerThatStandsStillIsGivenUpByTheKeepAlive) {
  PrivateBroker broker;
  mqtt::Options options = options_for(broker.uri());
  options.keep_alive = 2s;
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.freeze();
  EXPECT_TRUE(connection.run_until_disconnected());
  broker.thaw();
  EXPECT_TRUE(connection.run_until_connected());
}

TEST_P(Reconnect, OneWhoAcceptsTheConnectionAndSaysNothingIsGivenUpAndTriedAgain) {
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  wire.hold_back(true);
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_disconnected());
  EXPECT_EQ(1U, wire.connections());
  ASSERT_TRUE(connection.run_until([&] { return wire.connections() == 3; }));
  EXPECT_EQ(1U, connection.reasons.size());
  wire.hold_back(false);
  EXPECT_TRUE(connection.run_until_connected());
}

TEST_P(Reconnect, PublishingGoesOnWithAFullWindowAfterEachLoss) {
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 2000; ++i) connection->publish({.topic = "load", .payload = "x"});
    wire.cut();
    ASSERT_TRUE(connection.run_until_connected());
    for (int i = 0; i < 500; ++i) connection->publish({.topic = "load", .payload = "x"});
    ASSERT_TRUE(connection.run_until_delivered()) << connection->backlog();
  }
}

TEST_P(Reconnect, ATransportMayBeDroppedInAnyStateWithoutWaiting) {
  PrivateBroker broker;
  {
    Connection never_started(GetParam(), options_for(broker.uri()));
    Connection connecting(GetParam(), options_for(broker.uri()));
    connecting->start();
  }
  {
    Connection loaded(GetParam(), options_for(broker.uri()));
    loaded->start();
    ASSERT_TRUE(loaded.run_until_connected());
    for (int i = 0; i < 1000; ++i) loaded->publish({.topic = "load", .payload = "x"});
  }
  broker.kill();
  Connection alone(GetParam(), options_for(broker.uri()));
  alone->start();
  alone.run_for(300ms);
  const auto begun = Clock::now();
  alone->close(2s);
  EXPECT_LT(Clock::now() - begun, 500ms * kSlower);
}

INSTANTIATE_TEST_SUITE_P(Over, Reconnect, kEach, name_of);

}  // namespace
}  // namespace panggil::test
