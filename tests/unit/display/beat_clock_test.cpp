#include "display/model/beat_clock.hpp"

#include <gtest/gtest.h>

#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {

constexpr Micros kStart = 77 * kSecond;

TEST(TheBeatClock, IsConnectingUntilTheFirstBeatAndThenFresh) {
  BeatClock clock(kStart);
  EXPECT_EQ(clock.state(kStart + kSecond), LinkState::kConnecting);
  EXPECT_FALSE(clock.time(kStart + kSecond));
  clock.beat(at(0), kStart + kSecond);
  EXPECT_EQ(clock.state(kStart + kSecond), LinkState::kFresh);
}

TEST(TheBeatClock, IsStaleThreeSecondsAndLostFiveMinutesAfterTheLastBeat) {
  BeatClock clock(kStart);
  clock.beat(at(0), kStart);
  EXPECT_EQ(clock.state(kStart + 3 * kSecond - 1), LinkState::kFresh);
  EXPECT_EQ(clock.state(kStart + 3 * kSecond), LinkState::kStale);
  EXPECT_EQ(clock.state(kStart + 5 * kMinute - 1), LinkState::kStale);
  EXPECT_EQ(clock.state(kStart + 5 * kMinute), LinkState::kLost);
  clock.beat(at(301), kStart + 301 * kSecond);
  EXPECT_EQ(clock.state(kStart + 301 * kSecond), LinkState::kFresh);
}

TEST(TheBeatClock, GivesUpAsWellWhenNothingWasEverHeard) {
  const BeatClock clock(kStart);
  EXPECT_EQ(clock.state(kStart + 3 * kSecond), LinkState::kStale);
  EXPECT_EQ(clock.state(kStart + 5 * kMinute), LinkState::kLost);
}

TEST(TheBeatClock, ShowsTheBeatSOwnTimeAndGoesOnByItselfInSilence) {
  BeatClock clock(kStart);
  clock.beat(at(50), kStart);
  EXPECT_EQ(hours_and_minutes(*clock.time(kStart + kSecond)), "09:14");
  EXPECT_EQ(hours_and_minutes(*clock.time(kStart + 9 * kSecond)), "09:14");
  EXPECT_EQ(hours_and_minutes(*clock.time(kStart + 10 * kSecond)), "09:15");
}

TEST(TheBeatClock, SaysWhenItChangesNext) {
  BeatClock clock(kStart);
  clock.beat(at(50), kStart);
  EXPECT_EQ(clock.changes_at(kStart), kStart + 3 * kSecond);
  EXPECT_EQ(clock.changes_at(kStart + 3 * kSecond), kStart + 10 * kSecond);
  EXPECT_EQ(clock.changes_at(kStart + 10 * kSecond), kStart + 70 * kSecond);
  EXPECT_EQ(clock.changes_at(kStart + 250 * kSecond + kMillisecond), kStart + 5 * kMinute);
}

TEST(TheBeatClock, ReadsHoursOnTheSenderSSideOfTheWorld) {
  EXPECT_EQ(hours_and_minutes({WallTime{}, std::chrono::hours(7)}), "07:00");
  EXPECT_EQ(hours_and_minutes({WallTime{}, std::chrono::minutes(-90)}), "22:30");
  EXPECT_EQ(hours_and_minutes({WallTime{std::chrono::seconds(86399)}, std::chrono::minutes(0)}), "23:59");
}

TEST(TheBeatClock, CountsMonthsOfUptimeWithoutLosingAStep) {
  constexpr Micros kYear = 365 * 24 * 60 * kMinute;
  BeatClock clock(kYear);
  clock.beat(at(0), kYear);
  EXPECT_EQ(clock.state(kYear + 3 * kSecond - 1), LinkState::kFresh);
  EXPECT_EQ(clock.state(kYear + 3 * kSecond), LinkState::kStale);
}

}  // namespace
}  // namespace panggil::display
