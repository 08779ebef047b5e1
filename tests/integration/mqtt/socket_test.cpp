// Nagle's algorithm and the time-outs of TCP: Paho leaves them as they are, and an answer then takes 88 ms.
#include <gtest/gtest.h>

#include "common/mqtt/broker_socket.hpp"
#include "tests/integration/mqtt/connection.hpp"
#include "tests/integration/mqtt/open_sockets.hpp"
#include "tests/support/private_broker.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class BrokerSocket : public OverEach {};

void expect_options(std::uint16_t port) {
  const auto sockets = sockets_to(port);
  ASSERT_EQ(1U, sockets.size());
  EXPECT_EQ(1, sockets[0].no_delay);
  EXPECT_EQ(3000, sockets[0].user_timeout_ms);
  EXPECT_EQ(1, sockets[0].keep_alive);
  EXPECT_EQ(2, sockets[0].keep_alive_after_s);
  EXPECT_TRUE(sockets[0].closed_on_exec);
}

TEST_P(BrokerSocket, HasItsOptionsWhenConnectedIsToldAndAgainAfterEachReconnect) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  expect_options(broker.port());
  for (int round = 0; round < 3; ++round) {
    broker.kill();
    ASSERT_TRUE(connection.run_until_disconnected());
    broker.start();
    ASSERT_TRUE(connection.run_until_connected());
    expect_options(broker.port());
  }
}

TEST_P(BrokerSocket, OtherSocketsKeepTheirOptions) {
  PrivateBroker broker;
  PrivateBroker other;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_EQ(0, mqtt::set_broker_socket_options(other.port()));
  EXPECT_EQ(1, mqtt::set_broker_socket_options(broker.port()));
}

/// The best tenth: Nagle's algorithm delays every one of them, a busy machine only some.
double quick_round_trip_ms(Connection& connection, int rounds) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto sent = Clock::now();
    const auto before = connection.received.size();
    connection->publish({.topic = "echo", .payload = "x"});
    if (!connection.run_until_received(before + 1)) return 1e9;
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - sent).count());
  }
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(rounds) / 10];
}

TEST_P(BrokerSocket, ARoundTripOfQos1TakesUnderFiveMillisecondsAlsoAfterAReconnect) {
  PrivateBroker broker;
  Connection connection(GetParam(), options_for(broker.uri()));
  connection->subscribe({.filter = "echo"});
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_LT(quick_round_trip_ms(connection, 101), 5.0 * kSlower);
  broker.kill();
  ASSERT_TRUE(connection.run_until_disconnected());
  broker.start();
  ASSERT_TRUE(connection.run_until_connected());
  EXPECT_LT(quick_round_trip_ms(connection, 101), 5.0 * kSlower);
}

INSTANTIATE_TEST_SUITE_P(Over, BrokerSocket, kEach, name_of);

}  // namespace
}  // namespace panggil::test
