#include "display/model/continuity.hpp"

#include <gtest/gtest.h>

namespace panggil::display {
namespace {
using Verdict = Continuity::Verdict;

TEST(Continuity, IgnoresWhatIsNotNewerOnItsTopic) {
  Continuity continuity;
  EXPECT_TRUE(continuity.is_news("board", 8));
  EXPECT_FALSE(continuity.is_news("board", 8));
  EXPECT_FALSE(continuity.is_news("board", 7));
  EXPECT_TRUE(continuity.is_old("board", 7));
  EXPECT_FALSE(continuity.is_old("board", 8));
  EXPECT_TRUE(continuity.is_news("call", 7));
  EXPECT_TRUE(continuity.is_news("board", 9));
}

TEST(Continuity, ForgetsAllForAnotherEpochAndAsksForItAnew) {
  Continuity continuity;
  EXPECT_EQ(continuity.judge("e1", false), Verdict::kTake);
  EXPECT_TRUE(continuity.is_news("board", 8));
  EXPECT_FALSE(continuity.take_refresh(0));
  EXPECT_EQ(continuity.judge("e2", false), Verdict::kForget);
  EXPECT_TRUE(continuity.take_refresh(0));
  EXPECT_TRUE(continuity.is_news("board", 1));
}

TEST(Continuity, LeavesAloneWhatAnOlderHistoryHasLeftAtTheBroker) {
  Continuity continuity;
  EXPECT_EQ(continuity.judge("e2", false), Verdict::kTake);
  EXPECT_EQ(continuity.judge("e1", true), Verdict::kIgnore);
  EXPECT_EQ(continuity.judge("e2", true), Verdict::kTake);
}

TEST(Continuity, WaitsOneSecondBehindABeatAndThenAsksOnce) {
  Continuity continuity;
  continuity.is_news("board", 8);
  continuity.beat(9, 0);
  EXPECT_EQ(continuity.deadline(), kSecond);
  continuity.beat(9, kSecond / 2);
  EXPECT_FALSE(continuity.take_refresh(kSecond - 1));
  EXPECT_TRUE(continuity.take_refresh(kSecond));
  EXPECT_FALSE(continuity.take_refresh(kSecond + 1));
  continuity.beat(9, kSecond + 2);
  EXPECT_FALSE(continuity.deadline());
}

TEST(Continuity, DoesNotAskWhenTheBeatWasOnlyEarly) {
  Continuity continuity;
  continuity.is_news("board", 8);
  continuity.beat(9, 0);
  continuity.is_news("board", 9);
  EXPECT_FALSE(continuity.deadline());
  EXPECT_FALSE(continuity.take_refresh(2 * kSecond));
}

TEST(Continuity, AsksLessOftenWhileTheGapsAreOtherAreasMatters) {
  Continuity continuity;
  continuity.is_news("board", 1);
  Micros now = 0;
  int asked = 0;
  for (std::uint64_t seq = 2; now < 60 * kSecond; now += kSecond / 2) {
    continuity.beat(++seq, now);
    asked += continuity.take_refresh(now) ? 1 : 0;
  }
  EXPECT_GE(asked, 6);
  EXPECT_LE(asked, 11);
  continuity.is_news("board", 500);
  continuity.beat(501, now);
  EXPECT_EQ(continuity.deadline(), now + kSecond);
}

}  // namespace
}  // namespace panggil::display
