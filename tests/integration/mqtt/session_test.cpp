// What is sent in CONNECT and SUBSCRIBE, seen on the wire and from another client.
#include <gtest/gtest.h>

#include "tests/integration/mqtt/connect_packet.hpp"
#include "tests/integration/mqtt/connection.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"
#include "tests/support/tcp_proxy.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;

class Session : public OverEach {};

constexpr int kSessionExpiry = 0x11;
constexpr int kReceiveMaximum = 0x21;
constexpr int kMessageExpiry = 0x02;

TEST_P(Session, ConnectBearsEverythingThatWasAskedFor) {
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  mqtt::Options options = options_for(wire.uri());
  options.keep_alive = 7s;
  options.password = Secret("not a secret");
  options.will =
      mqtt::Message{.topic = "device/state", .payload = "offline", .qos = 1, .retain = true, .expiry = 90s};
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  wire.cut();
  ASSERT_TRUE(connection.run_until_connected());
  ASSERT_EQ(2U, wire.connections());
  for (const std::size_t index : {0U, 1U}) {
    const auto packet = parse_connect(wire.sent_by_client(index));
    EXPECT_EQ(5, packet.version);
    EXPECT_TRUE(packet.clean_start);
    EXPECT_EQ(7, packet.keep_alive_s);
    EXPECT_EQ("counter-1", packet.client);
    ASSERT_TRUE(packet.properties.contains(kReceiveMaximum));
    EXPECT_EQ(100U, packet.properties.at(kReceiveMaximum));
    // Where it is not named it is 0 (MQTT 5, 3.1.2.11.2).
    if (packet.properties.contains(kSessionExpiry)) {
      EXPECT_EQ(0U, packet.properties.at(kSessionExpiry));
    }
    ASSERT_TRUE(packet.will);
    EXPECT_EQ("device/state", packet.will->topic);
    EXPECT_EQ("offline", packet.will->payload);
    EXPECT_EQ(1, packet.will->qos);
    EXPECT_TRUE(packet.will->retain);
    ASSERT_TRUE(packet.will->properties.contains(kMessageExpiry));
    EXPECT_EQ(90U, packet.will->properties.at(kMessageExpiry));
    EXPECT_EQ("counter-1", packet.user);
    EXPECT_EQ("not a secret", packet.password);
  }
}

TEST_P(Session, WithoutAPasswordThereIsNoUserName) {
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  Connection connection(GetParam(), options_for(wire.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  const auto packet = parse_connect(wire.sent_by_client(0));
  EXPECT_FALSE(packet.user);
  EXPECT_FALSE(packet.password);
  EXPECT_FALSE(packet.will);
}

TEST_P(Session, TheBrokerPublishesTheWillWhenTheConnectionBreaksAndNotWhenItIsClosed) {
  PrivateBroker broker;
  TcpProxy wire(broker.port());
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("device/state");
  mqtt::Options options = options_for(wire.uri());
  options.will = mqtt::Message{.topic = "device/state", .payload = "lost"};
  Connection connection(GetParam(), options);
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  wire.cut();
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
  EXPECT_EQ("lost", witness.seen()[0].payload);
  ASSERT_TRUE(connection.run_until_connected());
  witness.forget();
  connection->close(1s);
  EXPECT_FALSE(witness.wait_for_count(1, 500ms));
}

TEST_P(Session, AMessageCarriesItsExpiryToTheSubscriber) {
  PrivateBroker broker;
  PlainClient witness(broker.port(), "witness");
  witness.subscribe("call");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "call", .payload = "with", .expiry = 15s});
  connection->publish({.topic = "call", .payload = "without"});
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 2; }));
  EXPECT_EQ(15U, witness.seen()[0].expiry_s);
  EXPECT_EQ(std::nullopt, witness.seen()[1].expiry_s);
}

TEST_P(Session, QosAndRetainAreAsPublished) {
  PrivateBroker broker;
  PlainClient witness(broker.port(), "witness");
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection->publish({.topic = "state", .payload = "kept", .qos = 1, .retain = true});
  connection->publish({.topic = "beat", .payload = "gone", .qos = 0});
  ASSERT_TRUE(connection.run_until_delivered());
  witness.subscribe("#");
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 1; }));
  connection->publish({.topic = "beat", .payload = "live", .qos = 0});
  ASSERT_TRUE(connection.run_until([&] { return witness.seen().size() >= 2; }));
  EXPECT_EQ("kept", witness.seen()[0].payload);
  EXPECT_TRUE(witness.seen()[0].retained);
  EXPECT_EQ("live", witness.seen()[1].payload);
  EXPECT_EQ(0, witness.seen()[1].qos);
}

TEST_P(Session, RetainHandlingTwoLeavesOldOnesOutAndRetainAsPublishedShowsTheFlag) {
  PrivateBroker broker;
  PlainClient sender(broker.port(), "sender");
  sender.subscribe("#");
  sender.publish("cmd/a", "old", 1, true);
  sender.publish("flagless/a", "old", 1, true);
  ASSERT_TRUE(sender.wait_for_count(2));
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->subscribe({.filter = "cmd/+", .qos = 1, .retain_as_published = true, .retain_handling = 2});
  connection->subscribe(
      {.filter = "flagless/+", .qos = 1, .retain_as_published = false, .retain_handling = 2});
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  connection.run_for(300ms);
  EXPECT_TRUE(connection.received.empty());
  sender.publish("cmd/a", "new", 1, true);
  sender.publish("cmd/a", "plain", 1, false);
  sender.publish("flagless/a", "new", 1, true);
  ASSERT_TRUE(connection.run_until_received(3));
  EXPECT_TRUE(connection.received[0].retained);
  EXPECT_FALSE(connection.received[1].retained);
  EXPECT_FALSE(connection.received[2].retained);
}

TEST_P(Session, UnsubscribeThenSubscribeBringsTheRetainedStateAgain) {
  PrivateBroker broker;
  PlainClient sender(broker.port(), "sender");
  sender.publish("board", "v1", 1, true);
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->subscribe({.filter = "board"});
  connection->start();
  ASSERT_TRUE(connection.run_until_received(1));
  connection->unsubscribe("board");
  connection->subscribe({.filter = "board"});
  ASSERT_TRUE(connection.run_until_received(2));
  EXPECT_TRUE(connection.received[1].retained);
  connection->unsubscribe("board");
  connection.run_for(200ms);
  sender.publish("board", "v2", 1, true);
  connection.run_for(300ms);
  EXPECT_EQ(2U, connection.received.size());
}

TEST_P(Session, APayloadOf64KiBAndAnEmptyOnePassUnchanged) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->subscribe({.filter = "big"});
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  std::string big(64 * 1024, '\0');
  for (std::size_t i = 0; i < big.size(); ++i) big[i] = static_cast<char>(i * 7);
  connection->publish({.topic = "big", .payload = big});
  connection->publish({.topic = "big", .payload = ""});
  ASSERT_TRUE(connection.run_until_received(2));
  EXPECT_EQ(big, connection.received[0].payload);
  EXPECT_EQ("", connection.received[1].payload);
}

INSTANTIATE_TEST_SUITE_P(Over, Session, kEach, name_of);

}  // namespace
}  // namespace panggil::test
