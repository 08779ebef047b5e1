#include "dispatcher/estimates/clues.hpp"

#include <gtest/gtest.h>

namespace panggil::estimates {
namespace {

TEST(TheScale, GoesThereAndBack) {
  for (const double wait : {0.0, 0.5, 7.0, 400.0})
    EXPECT_NEAR(from_scale(to_scale(Minutes(wait))).count(), wait, 1e-9);
}

TEST(TheScale, NeverGivesLessThanNoWait) {
  EXPECT_EQ(from_scale(-100), Minutes(0));
}

TEST(APace, LeavesIdleGapsOut) {
  Pace pace;
  pace.pass(Minutes(30), 0, 2);
  pace.pass(Minutes(4), 1, 2);
  pace.call(Minutes(4));
  EXPECT_EQ(pace.today().busy, 4);
  EXPECT_EQ(pace.today().capacity, 8);
  EXPECT_EQ(pace.today().calls, 1);
}

TEST(APace, ForgetsWhatIsLongAgo) {
  Pace pace;
  pace.call(Minutes(1));
  pace.pass(Minutes(40), 0, 1);
  EXPECT_NEAR(pace.lately().calls, 0.5, 1e-9);
  EXPECT_EQ(pace.today().calls, 1);
}

TEST(APace, KnowsWhoWasCalledLast) {
  Pace pace;
  EXPECT_EQ(pace.last_wait(), std::nullopt);
  EXPECT_EQ(pace.since_call(), std::nullopt);
  pace.call(Minutes(9));
  pace.pass(Minutes(2), 0, 1);
  EXPECT_EQ(pace.last_wait(), Minutes(9));
  EXPECT_EQ(pace.since_call(), Minutes(2));
}

TEST(TheBusyGap, IsTodaysOnceThereAreManyCalls) {
  const Situation now{.today = {.busy = 2000, .calls = 1000}, .usual = {.busy = 100, .calls = 10}};
  EXPECT_NEAR(busy_gap(now).count(), 2, 0.1);
}

TEST(TheBusyGap, IsTheUsualOneInTheMorning) {
  const Situation now{.usual = {.busy = 100, .calls = 10}};
  EXPECT_DOUBLE_EQ(busy_gap(now).count(), 10);
}

TEST(TheBusyGap, GrowsWhileNobodyIsCalledThoughPeopleWait) {
  const Situation usual{.usual = {.busy = 100, .calls = 10}};
  const Situation stuck{.today = {.busy = 60}, .usual = {.busy = 100, .calls = 10}};
  EXPECT_GT(busy_gap(stuck), busy_gap(usual));
}

TEST(TheBusyGap, OfAnHourNeverSeenIsThatOfAllEarlierDays) {
  const Situation now{.past = {.busy = 70, .calls = 10}};
  EXPECT_DOUBLE_EQ(busy_gap(now).count(), 7);
}

TEST(TheClues, ScaleWithTheCountersThatAreOpen) {
  Situation now{.ahead = 6, .counters = 1, .usual = {.busy = 100, .capacity = 200, .calls = 20}};
  const double one = clues(now)[10];
  now.counters = 4;
  EXPECT_NEAR(from_scale(one) / from_scale(clues(now)[10]), 4, 1e-9);
}

TEST(TheLongest, EndsSoonAfterClosing) {
  Situation now{.ahead = 100, .usual = {.busy = 100, .calls = 10}};
  EXPECT_GT(longest(now), Minutes(1000));
  now.until_close = Minutes(30);
  EXPECT_EQ(longest(now), Minutes(90));
}

}  // namespace
}  // namespace panggil::estimates
