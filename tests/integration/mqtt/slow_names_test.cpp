// A name server that takes long. MosquittoTransport only: Paho has a thread that may wait.
#include <gtest/gtest.h>

#include <string>

#include "tests/integration/mqtt/connection.hpp"
#include "tests/integration/mqtt/names.hpp"
#include "tests/support/private_broker.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;

mqtt::Options options_by_name(const std::string& name, const PrivateBroker& broker) {
  return options_for("tcp://" + name + ":" + std::to_string(broker.port()));
}

TEST(SlowNames, ANameThatTakesLongerThanATryIsConnectedToAndNotWaitedFor) {
  const PrivateBroker broker;
  Connection connection(Over::kMosquitto, options_by_name(kSlowName, broker));
  connection->start();
  connection.run_for(3500ms);
  EXPECT_LT(connection.turns, 50U);
  ASSERT_TRUE(connection.run_until([&] { return connection.connected == 1; }));
  EXPECT_FALSE(owner_waited()) << "who draws pictures stood still meanwhile";
}

/// The broker listens at one only, which is the second.
TEST(SlowNames, OfSeveralAddressesEachIsTried) {
  PrivateBroker broker;
  Connection connection(Over::kMosquitto, options_by_name(kDoubleName, broker));
  connection->start();
  ASSERT_TRUE(connection.run_until_connected());
  broker.kill();
  ASSERT_TRUE(connection.run_until_disconnected());
  broker.start();
  EXPECT_TRUE(connection.run_until_connected());
}

}  // namespace
}  // namespace panggil::test
