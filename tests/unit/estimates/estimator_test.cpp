#include "dispatcher/estimates/estimator.hpp"

#include <gtest/gtest.h>

#include "waiting_room.hpp"

namespace panggil::estimates {
namespace {

/// Two busy days: every three minutes somebody comes and somebody is called, four are always waiting.
class AfterTwoDays : public ::testing::Test {
 protected:
  AfterTwoDays() {
    for (int day = 2; day <= 3; ++day) {
      open(day);
      for (int hour = 8; hour < 12; ++hour) room.hour(day, hour, Minutes(3), 4);
    }
    room.begin(4);
  }
  void open(int day, int counters = 2) {
    room.begin(day);
    room.estimator.set_counters(kService, counters, at(day, 8));
  }
  std::optional<Estimate> ask(std::size_t ahead, WallTime now) const {
    return room.estimator.estimate(kService, ahead, now);
  }
  WaitingRoom room;
};

TEST_F(AfterTwoDays, NothingIsToldWhileNoCounterIsOpen) {
  EXPECT_FALSE(ask(3, at(4, 8)));
  room.estimator.set_counters(kService, 1, at(4, 8));
  EXPECT_TRUE(ask(3, at(4, 8)));
  room.estimator.set_counters(kService, 0, at(4, 9));
  EXPECT_FALSE(ask(3, at(4, 9)));
}

TEST_F(AfterTwoDays, NothingIsToldOfAServiceThatNobodyWasCalledFor) {
  const ServiceId other("interview");
  EXPECT_FALSE(room.estimator.estimate(other, 1, at(4, 8)));
  room.estimator.set_counters(other, 2, at(4, 8));
  EXPECT_FALSE(room.estimator.estimate(other, 1, at(4, 8)));
}

TEST(AnEstimator, TellsNothingBeforeItHasFortyErrorsToLookBackOn) {
  WaitingRoom room;
  room.begin(2);
  room.estimator.set_counters(kService, 1, at(2, 8));
  for (int i = 0; i < 39; ++i) {
    EXPECT_FALSE(room.come(at(2, 8, i)));
    room.call(at(2, 8, i + 1));
  }
  room.come(at(2, 8, 40));
  room.call(at(2, 8, 41));
  EXPECT_TRUE(room.come(at(2, 8, 42)));
}

TEST_F(AfterTwoDays, WhatAlwaysTookTwelveMinutesIsToldSo) {
  open(4);
  for (int hour = 8; hour < 10; ++hour) room.hour(4, hour, Minutes(3), 4);
  room.call(at(4, 10));
  const auto told = ask(3, at(4, 10));
  ASSERT_TRUE(told);
  EXPECT_NEAR(told->middle.count(), 12, 1.5);
  EXPECT_TRUE(told->band.holds(Minutes(12)));
  EXPECT_LE(told->band.high - told->band.low, Minutes(10));
}

TEST_F(AfterTwoDays, ABreakThatFallsInsideLengthensTheWait) {
  open(4);
  for (int hour = 8; hour < 10; ++hour) room.hour(4, hour, Minutes(3), 4);
  const auto without = ask(4, at(4, 10));
  room.estimator.open_hours(kService, {{at(4, 8), at(4, 10, 2)}, {at(4, 11, 2), at(4, 16)}});
  const auto with = ask(4, at(4, 10));
  ASSERT_TRUE(without && with);
  EXPECT_NEAR((with->middle - without->middle).count(), 60, 5);
}

TEST_F(AfterTwoDays, ABreakIsNotTakenForASlowHour) {
  open(4);
  room.estimator.open_hours(kService, {{at(4, 8), at(4, 9)}, {at(4, 10), at(4, 16)}});
  room.hour(4, 8, Minutes(3), 4);
  room.call(at(4, 10));
  const auto told = ask(3, at(4, 10));
  ASSERT_TRUE(told);
  EXPECT_NEAR(told->middle.count(), 12, 3);
}

TEST_F(AfterTwoDays, WhoLeavesTeachesNothing) {
  open(4);
  room.come(at(4, 8));
  const auto before = ask(1, at(4, 8, 1));
  room.estimator.arrive(TicketNumber("Z1"), kService, 1, at(4, 8, 1));
  room.estimator.leave(TicketNumber("Z1"), at(4, 8, 1));
  EXPECT_EQ(ask(1, at(4, 8, 1)), before);
}

TEST_F(AfterTwoDays, ACallOfSomebodyUnknownTeachesNothing) {
  open(4);
  const auto before = ask(2, at(4, 8, 5));
  room.estimator.call(TicketNumber("Z9"), at(4, 8, 5));
  EXPECT_EQ(ask(2, at(4, 8, 5)), before);
}

TEST_F(AfterTwoDays, AClockThatGoesBackStandsStill) {
  open(4);
  room.come(at(4, 9));
  EXPECT_EQ(ask(1, at(4, 8, 30)), ask(1, at(4, 9)));
  room.call(at(4, 8, 59));
  EXPECT_TRUE(ask(0, at(4, 9)));
}

TEST_F(AfterTwoDays, ANewDayForgetsWhoWaitedAndNotWhatWasLearnt) {
  open(4);
  for (int i = 0; i < 10; ++i) room.come(at(4, 8, i));
  open(5);
  const auto told = ask(0, at(5, 8));
  ASSERT_TRUE(told);
  EXPECT_LT(told->middle, Minutes(30));
}

TEST_F(AfterTwoDays, BandsHoldForAboutEightInTen) {
  int told = 0, held = 0;
  std::uint64_t noise = 1;
  std::deque<std::pair<WallTime, std::optional<Estimate>>> waiting;
  for (int day = 4; day < 24; ++day) {
    open(day);
    waiting.clear();
    for (WallTime now = at(day, 8); now < at(day, 15);) {
      noise = noise * 6364136223846793005U + 1442695040888963407U;
      now += Seconds(30 + static_cast<int>((noise >> 33) % 300));
      waiting.emplace_back(now, room.come(now));
      if (waiting.size() < 5) continue;
      const auto& [since, estimate] = waiting.front();
      if (estimate) told += 1, held += estimate->band.holds(now - since) ? 1 : 0;
      room.call(now);
      waiting.pop_front();
    }
  }
  ASSERT_GT(told, 1000);
  EXPECT_NEAR(static_cast<double>(held) / told, 0.8, 0.05);
}

}  // namespace
}  // namespace panggil::estimates
