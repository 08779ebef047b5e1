// That a device says when it is there, and that its broker says when it is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "tests/integration/session/hand.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

class PresenceAtABroker : public testing::Test {
 protected:
  PresenceAtABroker() { witness_.subscribe("panggil/v1/trial/device/+/state"); }

  static session::Presence presence() {
    return {SiteId("trial"), ClientId("counter-3"), "panggil-counter", "0.1.0", WallTime(1795397400123ms)};
  }
  std::vector<std::string> states() const {
    std::vector<std::string> states;
    for (const auto& seen : witness_.seen()) {
      states.push_back(protocol::decode<protocol::DeviceState>(seen.payload).value().state);
    }
    return states;
  }
  bool come(Client& client, std::size_t count) {
    return client.run_until([&] { return witness_.seen().size() >= count; }, 15s);
  }

  PrivateBroker broker_;
  PlainClient witness_{broker_.port(), "witness"};
};

TEST_F(PresenceAtABroker, ACutConnectionIsOfflineUntilItIsBack) {
  Client client(broker_, [](mqtt::Options& options) { options.will = session::offline(presence()); });
  client.session().announce(presence());
  ASSERT_TRUE(come(client, 1));
  client.wire().cut();
  ASSERT_TRUE(come(client, 3));
  EXPECT_THAT(states(), ElementsAre("online", "offline", "online"));
}

TEST_F(PresenceAtABroker, ACleanStopSaysOfflineItself) {
  Client client(broker_);
  client.session().announce(presence());
  ASSERT_TRUE(come(client, 1));
  client.session().close(500ms);
  ASSERT_TRUE(witness_.wait_for_count(2));
  EXPECT_THAT(states(), ElementsAre("online", "offline"));
}

TEST_F(PresenceAtABroker, WhoHearsThatItIsGoneSaysThatItIsThere) {
  Client client(broker_);
  client.session().announce(presence());
  ASSERT_TRUE(come(client, 1));
  auto other = presence();
  other.boot += 1000ms;  // a window under the same name, opened later and closed earlier
  const auto gone = session::offline(other);
  witness_.publish(gone.topic, gone.payload, 1, true);
  ASSERT_TRUE(come(client, 3));
  EXPECT_THAT(states(), ElementsAre("online", "offline", "online"));
  const auto last = protocol::decode<protocol::DeviceState>(witness_.seen().back().payload).value();
  EXPECT_EQ(last.boot, presence().boot.time_since_epoch().count()) << "that of its will, which must count";
}

TEST_F(PresenceAtABroker, WhoDoesNotAnnounceItselfLeavesThePresenceOfAWindowAlone) {
  Client client(broker_);
  client.run_for(500ms);
  client.session().close(500ms);
  EXPECT_FALSE(witness_.wait_for_count(1, 300ms));
}

}  // namespace
}  // namespace panggil::test
