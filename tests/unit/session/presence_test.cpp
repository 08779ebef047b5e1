#include "common/session/presence.hpp"

#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"

namespace panggil::session {
namespace {

using namespace std::chrono_literals;

Presence presence() {
  return {SiteId("cirebon"), ClientId("counter-3"), "panggil-counter", "0.1.0", WallTime(1795397400123ms)};
}

protocol::DeviceState decoded(const mqtt::Message& message) {
  return protocol::decode<protocol::DeviceState>(message.payload).value();
}

TEST(Presence, IsRetainedOnTheDevicesOwnTopic) {
  const auto message = online(presence());
  EXPECT_EQ(message.topic, "panggil/v1/cirebon/device/counter-3/state");
  EXPECT_TRUE(message.retain);
  EXPECT_EQ(message.qos, 1);
}

TEST(Presence, SaysWhoAndSinceWhenInMilliseconds) {
  const auto state = decoded(online(presence()));
  EXPECT_EQ(state.state, "online");
  EXPECT_EQ(state.boot, 1795397400123);
  EXPECT_EQ(state.program, "panggil-counter");
  EXPECT_EQ(state.since->time, presence().boot);
}

TEST(Presence, TheWillBearsTheBootOfTheRunItSpeaksOf) {
  const auto state = decoded(offline(presence()));
  EXPECT_EQ(state.state, "offline");
  EXPECT_EQ(state.boot, 1795397400123);
}

}  // namespace
}  // namespace panggil::session
