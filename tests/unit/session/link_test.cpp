#include "common/session/link.hpp"

#include <gtest/gtest.h>

namespace panggil::session {
namespace {

using namespace std::chrono_literals;

const MonoTime kNow{100s};

protocol::Beat beat(std::string epoch = "k3f9", std::int64_t mono_ms = 5000) {
  protocol::Beat beat;
  beat.epoch = std::move(epoch);
  beat.mono_ms = mono_ms;
  return beat;
}

protocol::Status status(std::string state, std::uint64_t boot = 7, std::string epoch = "k3f9") {
  protocol::Status status;
  status.state = std::move(state);
  status.boot = boot;
  status.epoch = std::move(epoch);
  return status;
}

Link up() {
  Link link;
  link.broker_connected();
  link.beat(beat(), kNow);
  return link;
}

TEST(Link, IsDownWithoutABroker) {
  Link link;
  EXPECT_EQ(link.state(kNow), LinkState::kNoBroker);
  EXPECT_FALSE(link.lease(kNow));
}

TEST(Link, IsSilentUntilTheFirstBeat) {
  Link link;
  link.broker_connected();
  EXPECT_EQ(link.state(kNow), LinkState::kSilent);
  link.status(status("online"));
  EXPECT_EQ(link.state(kNow), LinkState::kSilent);
  link.beat(beat(), kNow);
  EXPECT_EQ(link.state(kNow), LinkState::kUp);
}

TEST(Link, GoesDownThreeSecondsAfterTheLastBeat) {
  Link link = up();
  EXPECT_EQ(link.state(kNow + 2999ms), LinkState::kUp);
  EXPECT_EQ(link.state(kNow + 3s), LinkState::kSilent);
  EXPECT_EQ(link.changes_at(kNow), kNow + 3s);
  EXPECT_FALSE(link.changes_at(kNow + 3s));
}

TEST(Link, GivesTheLastBeatsStampAsTheLeaseAndNoneWhenItIsDown) {
  Link link = up();
  link.beat(beat("k3f9", 5500), kNow + 500ms);
  EXPECT_EQ(link.lease(kNow + 600ms), (protocol::Lease{"k3f9", 5500}));
  EXPECT_FALSE(link.lease(kNow + 4s));
}

TEST(Link, TheLossOfTheBrokerIsSeenAtOnceAndItsReasonKept) {
  Link link = up();
  link.broker_lost(mqtt::as_said("no connection"));
  EXPECT_EQ(link.state(kNow), LinkState::kNoBroker);
  EXPECT_EQ(link.trouble(), mqtt::as_said("no connection"));
  link.broker_connected();
  EXPECT_EQ(link.trouble(), std::nullopt);
}

TEST(Link, ADispatcherThatSaysOfflineIsOfflineUntilItsNextBeat) {
  Link link = up();
  link.status(status("offline"));
  EXPECT_EQ(link.state(kNow), LinkState::kOffline);
  EXPECT_FALSE(link.lease(kNow));
  link.beat(beat(), kNow + 500ms);
  EXPECT_EQ(link.state(kNow + 500ms), LinkState::kUp);
}

TEST(Link, ALateWillOfAnEarlierRunIsIgnored) {
  Link link = up();
  link.status(status("online", 8));
  link.status(status("offline", 7));
  EXPECT_EQ(link.state(kNow), LinkState::kUp);
  EXPECT_EQ(link.last_status()->state, "online");
}

TEST(Link, AnotherEpochIsToldOnceAndTheFirstOneNotAtAll) {
  Link link;
  link.broker_connected();
  EXPECT_FALSE(link.beat(beat("k3f9"), kNow));
  EXPECT_FALSE(link.status(status("online", 7, "k3f9")));
  EXPECT_TRUE(link.status(status("online", 1, "z8m2")));
  EXPECT_FALSE(link.beat(beat("z8m2"), kNow));
}

TEST(Link, TheEpochOfAWillDoesNotCount) {
  Link link = up();
  EXPECT_FALSE(link.status(status("offline", 9, "old1")));
  EXPECT_FALSE(link.beat(beat("k3f9"), kNow));
}

TEST(Link, TakesAStatusWhateverItsSeq) {
  Link link = up();
  auto online = status("online");
  online.seq = 8121;
  link.status(online);
  link.status(status("offline"));  // a will: it was written before anything happened
  EXPECT_EQ(link.state(kNow), LinkState::kOffline);
  EXPECT_EQ(link.last_status()->seq, 0u);
}

}  // namespace
}  // namespace panggil::session
