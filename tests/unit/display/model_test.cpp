#include "display/model/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A display in "hall" whose frames appear at once. Its monotonic clock and the office's clock run alike,
/// from an arbitrary start.
class TheModel : public ::testing::Test {
 protected:
  static constexpr Micros kBoot = 4711 * kSecond;

  static Micros mono(double seconds) { return kBoot + static_cast<Micros>(seconds * 1e6); }

  Scene see(double seconds) {
    model_.advance(mono(seconds));
    model_.presented(mono(seconds));
    return model_.scene(mono(seconds));
  }
  std::string live(double seconds) {
    const auto scene = see(seconds);
    return scene.live ? scene.live->ticket : "";
  }
  std::vector<std::string> recent(double seconds) {
    std::vector<std::string> tickets;
    for (const auto& row : see(seconds).recent) tickets.push_back(row.ticket);
    return tickets;
  }
  void hear(const protocol::Call& call, double seconds) { model_.take(call, mono(seconds)); }
  void hear(const protocol::Board& board, double seconds) {
    model_.take(board, Delivery::kLive, mono(seconds));
  }
  void find(const protocol::Board& board, double seconds) {
    model_.take(board, Delivery::kRetained, mono(seconds));
  }
  void hear(const protocol::Beat& beat, double seconds) { model_.take(beat, mono(seconds)); }
  /// What a display finds when it comes on at a quiet moment.
  void come_on() {
    model_.take(office(90));
    find(board(100, -60, {}), 0);
    hear(beat(100, 0), 0);
  }

  Model model_{AreaId("hall"), "", kBoot};
};

TEST_F(TheModel, HasNothingButTheStateOfTheLinkAtFirst) {
  const auto scene = see(0);
  EXPECT_EQ(scene.link, LinkState::kConnecting);
  EXPECT_FALSE(scene.live);
  EXPECT_THAT(scene.recent, IsEmpty());
  EXPECT_EQ(scene.clock, "");
}

TEST_F(TheModel, ShowsPlaceServicesAndTheBeatSTime) {
  come_on();
  const auto scene = see(0);
  EXPECT_EQ(scene.office, "Kantor Imigrasi Cirebon");
  EXPECT_EQ(scene.area, "Ruang tunggu");
  EXPECT_THAT(scene.services, ElementsAre(ServiceLine{"Wawancara", 11}));
  EXPECT_EQ(scene.clock, "09:14");
  EXPECT_EQ(scene.link, LinkState::kFresh);
  EXPECT_EQ(scene.last_data, "");
}

TEST_F(TheModel, SpeaksTheLanguageItWasToldAndElseTheOfficeSFirst) {
  Model english(AreaId("hall"), "en", kBoot);
  english.take(office(90));
  EXPECT_EQ(english.scene(kBoot).office, "Cirebon Immigration Office");
  come_on();
  EXPECT_EQ(see(0).language, "id");
}

TEST_F(TheModel, ShowsACallAsSoonAsItComes) {
  come_on();
  hear(call(1, 1, "A017", "3"), 1);
  const auto scene = see(1);
  ASSERT_TRUE(scene.live);
  EXPECT_EQ(*scene.live, (CalledTicket{1, "A017", {"Loket", "3"}}));
}

TEST_F(TheModel, IsRightFromBoardsAlone) {
  hear(board(101, 1, {call(1, 1)}), 1);
  EXPECT_EQ(live(1), "A101");
  hear(board(102, 2, {call(2, 2), call(1, 1)}), 2);
  EXPECT_EQ(live(2), "A101");
  EXPECT_THAT(recent(2), ElementsAre("A102"));
  EXPECT_EQ(live(5), "A102");
  EXPECT_THAT(recent(5), ElementsAre("A101"));
}

TEST_F(TheModel, ShowsACallOnceWhetherTheBoardOrTheCallComesFirst) {
  come_on();
  hear(board(101, 1, {call(1, 1)}), 1);
  hear(call(1, 1), 1);
  EXPECT_EQ(live(1), "A101");
  hear(call(2, 20), 20);
  hear(board(102, 20, {call(2, 20), call(1, 1)}), 20);
  EXPECT_EQ(live(20), "A102");
  hear(call(2, 20), 20.5);
  EXPECT_EQ(live(60), "A102");
  EXPECT_THAT(recent(60), ElementsAre("A101"));
  EXPECT_EQ(model_.take_shown(mono(60)).size(), 2u);
}

TEST_F(TheModel, ListsEachOfTenCallsMadeAtOnceAndShowsThemInOrder) {
  come_on();
  for (std::uint64_t number = 1; number <= 10; ++number) hear(call(number, 1), 1);
  EXPECT_EQ(live(1), "A101");
  EXPECT_THAT(recent(1), ElementsAre("A110", "A109", "A108", "A107", "A106", "A105"));
  std::vector<std::string> seen;
  for (double now = 1; now < 46; now += 0.05) {
    const auto ticket = live(now);
    if (seen.empty() || seen.back() != ticket) seen.push_back(ticket);
  }
  EXPECT_THAT(seen,
              ElementsAre("A101", "A102", "A103", "A104", "A105", "A106", "A107", "A108", "A109", "A110"));
  std::set<std::uint64_t> proven;
  for (const auto& shown : model_.take_shown(mono(46))) proven.insert(shown.call);
  EXPECT_EQ(proven.size(), 10u);
}

TEST_F(TheModel, QueuesTwoCallsOfTheSameMoment) {
  come_on();
  hear(call(1, 1, "A017", "3"), 1);
  hear(call(2, 1, "B005", "4"), 1);
  EXPECT_EQ(live(1), "A017");
  EXPECT_THAT(recent(1), ElementsAre("B005"));
  EXPECT_EQ(live(5), "B005");
}

TEST_F(TheModel, ListsATicketAtACounterOnceThoughItWasRecalled) {
  come_on();
  hear(call(1, 1, "A017", "3"), 1);
  live(1);
  hear(call(2, 10, "B005", "4"), 10);
  live(10);
  hear(call(3, 20, "A017", "3"), 20);
  EXPECT_EQ(live(20), "A017");
  EXPECT_THAT(recent(20), ElementsAre("B005"));
  EXPECT_EQ(see(20).live->call, 3u);
}

TEST_F(TheModel, IgnoresBoardsThatAreOlder) {
  come_on();
  hear(board(105, 5, {call(1, 5)}), 5);
  auto older = board(104, 4, {});
  older.services.clear();
  hear(older, 6);
  EXPECT_EQ(see(6).services.size(), 1u);
  EXPECT_EQ(live(6), "A101");
}

TEST_F(TheModel, IgnoresOtherAreas) {
  come_on();
  auto elsewhere = call(1, 1);
  elsewhere.area = "upstairs";
  hear(elsewhere, 1);
  EXPECT_EQ(live(1), "");
}

TEST_F(TheModel, AsksForRetainedStateOneSecondAfterAGap) {
  come_on();
  hear(beat(103, 1), 1);
  EXPECT_FALSE(model_.take_refresh(mono(1.9)));
  EXPECT_LE(*model_.deadline(mono(1)), mono(2));
  EXPECT_TRUE(model_.take_refresh(mono(2)));
  EXPECT_FALSE(model_.take_refresh(mono(2)));
  find(board(103, 1, {call(3, 1)}), 2.1);
  EXPECT_EQ(live(2.1), "A103");
}

TEST_F(TheModel, ForgetsEverythingForAnotherEpoch) {
  come_on();
  hear(call(7, 1), 1);
  EXPECT_EQ(live(1), "A107");
  auto beat_of_another = beat(3, 2);
  beat_of_another.epoch = "e2";
  hear(beat_of_another, 2);
  const auto scene = see(2);
  EXPECT_FALSE(scene.live);
  EXPECT_THAT(scene.recent, IsEmpty());
  EXPECT_THAT(scene.services, IsEmpty());
  EXPECT_EQ(scene.office, "");
  EXPECT_TRUE(model_.take_refresh(mono(2)));

  auto restored = board(3, 2, {call(1, 2)});
  restored.epoch = "e2";
  find(restored, 2.1);
  model_.take(office(1));
  EXPECT_EQ(live(2.1), "A101");
  EXPECT_EQ(see(2.1).office, "Kantor Imigrasi Cirebon");
}

TEST_F(TheModel, IsNotConfusedByAnOldHistoryThatIsStillRetained) {
  come_on();
  auto old = board(900, -9999, {call(9, -9999)});
  old.epoch = "e0";
  find(old, 0.1);
  EXPECT_THAT(recent(0.1), IsEmpty());
  EXPECT_EQ(see(0.1).services.size(), 1u);
}

TEST_F(TheModel, GoesOnOverARestartOfTheDispatcher) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  hear(board(101, 1, {call(1, 1)}), 1);
  protocol::Status status;
  status.state = "offline";
  status.epoch = "e0";
  model_.take(status, Delivery::kLive, mono(2));
  EXPECT_EQ(live(5.5), "A101");
  EXPECT_EQ(see(5.5).link, LinkState::kStale);
  status.state = "online";
  status.epoch = "e1";
  status.seq = 102;
  model_.take(status, Delivery::kLive, mono(6));
  hear(board(102, 6, {call(1, 1)}), 6);
  hear(beat(102, 6), 6);
  EXPECT_EQ(live(6), "A101");
  EXPECT_EQ(see(6).link, LinkState::kFresh);
  hear(call(3, 7), 7);
  EXPECT_EQ(live(9), "A103");
  EXPECT_THAT(recent(9), ElementsAre("A101"));
}

TEST_F(TheModel, SaysHowOldItsDataIsAndKeepsTheLastCalls) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  hear(beat(101, 1), 1);
  const auto fresh = see(3.9);
  EXPECT_EQ(fresh.link, LinkState::kFresh);
  EXPECT_EQ(model_.deadline(mono(3.9)), mono(4));
  const auto stale = see(4);
  EXPECT_EQ(stale.link, LinkState::kStale);
  EXPECT_EQ(stale.last_data, "09:14");
  EXPECT_EQ(stale.live->ticket, "A101");
  const auto lost = see(301);
  EXPECT_EQ(lost.link, LinkState::kLost);
  EXPECT_FALSE(lost.live);
  EXPECT_EQ(lost.recent.at(0).ticket, "A101");
  EXPECT_EQ(lost.clock, "09:19");
}

TEST_F(TheModel, ShowsWhatItMissedIfItIsYoungAndListsWhatIsOlder) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  live(10);
  // The line is cut until 100 s; then what the broker kept comes, and half a second later a beat.
  find(board(104, 95, {call(4, 95), call(3, 75), call(2, 60), call(1, 1)}), 100);
  EXPECT_THAT(recent(100), ElementsAre("A104", "A103", "A102"));
  EXPECT_EQ(live(100), "A101");
  hear(beat(104, 100.5), 100.5);
  EXPECT_EQ(live(100.5), "A103");
  EXPECT_EQ(live(104.5), "A104");
  EXPECT_THAT(recent(104.5), ElementsAre("A103", "A102", "A101"));
}

TEST_F(TheModel, JudgesWhatItMissedByTheDispatcherSClockHoweverWrongAnyOtherIs) {
  // Comes on for the first time: the board is from this minute by the dispatcher's clock, which runs a year
  // ahead.
  constexpr double kYear = 365.0 * 86400;
  find(board(102, kYear - 5, {call(2, kYear - 5), call(1, kYear - 31)}), 0);
  EXPECT_EQ(live(0), "");
  hear(beat(102, kYear), 0.4);
  EXPECT_EQ(live(0.4), "A102");
  EXPECT_THAT(recent(0.4), ElementsAre("A101"));
}

TEST_F(TheModel, ListsOnlyWhenEverythingMissedIsOldAndClearsThePanel) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  live(10);
  find(board(102, 20, {call(2, 20), call(1, 1)}), 100);
  hear(beat(102, 100), 100);
  EXPECT_EQ(live(100), "");
  EXPECT_THAT(recent(100), ElementsAre("A102", "A101"));
}

TEST_F(TheModel, DoesNotShowCallsOfYesterday) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  live(10);
  hear(board(150, 60000, {}), 60000);
  EXPECT_EQ(live(60000), "");
  EXPECT_THAT(recent(60000), IsEmpty());
}

TEST_F(TheModel, ProvesWhatItHasShownByTheDispatcherSTime) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  EXPECT_THAT(model_.take_shown(mono(1)), IsEmpty());
  hear(beat(101, 8.9), 8.9);
  live(9);
  EXPECT_THAT(model_.take_shown(mono(9)), ElementsAre(protocol::Shown{1, at(8.9)}));
  EXPECT_THAT(model_.take_shown(mono(9)), IsEmpty());
}

TEST_F(TheModel, IsClosedOnlyWhenNobodyIsLeft) {
  come_on();
  auto evening = board(110, 10, {});
  evening.open = false;
  hear(evening, 10);
  EXPECT_FALSE(see(10).closed);
  evening.seq = 111;
  evening.services[0].waiting = 0;
  evening.counters = {{"3", {}, "open", "A017"}};
  hear(evening, 11);
  EXPECT_FALSE(see(11).closed);
  evening.seq = 112;
  evening.counters[0].ticket.reset();
  hear(evening, 12);
  EXPECT_TRUE(see(12).closed);
}

TEST_F(TheModel, LeavesOutServicesThatAreClosedAndThatNobodyWaitsFor) {
  come_on();
  auto noon = board(110, 10, {});
  noon.services = {{"cs", {{"id", "Layanan pelanggan"}}, "closed", 2, {}, {}},
                   {"pickup", {{"id", "Pengambilan"}}, "closed", 0, {}, {}},
                   {"interview", {{"id", "Wawancara"}}, "full", 0, {}, {}}};
  hear(noon, 10);
  EXPECT_THAT(see(10).services, ElementsAre(ServiceLine{"Layanan pelanggan", 2, {}, "closed"},
                                            ServiceLine{"Wawancara", 0, {}, "full"}));
}

TEST_F(TheModel, TellsTheWaitInWholeMinutesRoundedOutwards) {
  come_on();
  auto busy = board(110, 10, {});
  busy.services.front().estimate = protocol::Estimate{330, 870};
  hear(busy, 10);
  EXPECT_THAT(see(10).services, ElementsAre(ServiceLine{"Wawancara", 11, WaitBand{5, 15}}));
}

TEST_F(TheModel, ClearsTheScreenOfAnAreaThatIsNoMore) {
  come_on();
  hear(call(1, 1), 1);
  live(1);
  model_.board_gone();
  EXPECT_EQ(live(1), "A101");
  EXPECT_EQ(live(9), "");
  EXPECT_THAT(see(9).services, IsEmpty());
}

TEST_F(TheModel, ChangesNothingToBeSeenByBeatsWithinAMinute) {
  come_on();
  const auto before = see(0.5);
  for (int half = 1; half < 100; ++half) hear(beat(100, half / 2.0), half / 2.0);
  EXPECT_EQ(see(49.5), before);
}

TEST_F(TheModel, ClosesByTheClockWithoutAnEvent) {
  come_on();
  auto later = board(100, 60, {});
  later.open = false;
  later.services.front().waiting = 0;
  EXPECT_FALSE(see(59).closed);
  hear(later, 60);
  EXPECT_TRUE(see(60).closed);
}

TEST_F(TheModel, NamesTheAreasThatThereAreWhenItsOwnIsNone) {
  Model lost(AreaId("nowhere"), "", mono(0));
  EXPECT_EQ(lost.areas_instead(), "") << "not known yet";
  lost.take(office(90));
  EXPECT_EQ(lost.areas_instead(), "hall");
  EXPECT_EQ(lost.scene(mono(0)).areas_instead, "hall");
  EXPECT_EQ(lost.scene(mono(0)).area, "nowhere");
  come_on();
  EXPECT_EQ(model_.areas_instead(), "");
}

}  // namespace
}  // namespace panggil::display
