#include "dispatcher/estimates/band.hpp"

#include <gtest/gtest.h>

namespace panggil::estimates {
namespace {

Band between(double low, double high) {
  return {Minutes(low), Minutes(high)};
}

TEST(ABand, IsRoundedOutwardsToWhatPeopleSay) {
  EXPECT_EQ(rounded(between(4.2, 13.1)), between(4, 15));
  EXPECT_EQ(rounded(between(17, 41)), between(15, 45));
  EXPECT_EQ(rounded(between(58, 101)), between(55, 110));
  EXPECT_EQ(rounded(between(112, 160)), between(110, 180));
}

TEST(ABand, ThatIsRoundAlreadyStays) {
  EXPECT_EQ(rounded(between(5, 15)), between(5, 15));
  EXPECT_EQ(rounded(between(60, 120)), between(60, 120));
}

TEST(ABand, IsAtLeastAMinuteWide) {
  EXPECT_EQ(rounded(between(0, 0)), between(0, 1));
  EXPECT_EQ(rounded(between(5, 5)), between(5, 6));
}

TEST(ABand, HoldsItsEnds) {
  EXPECT_TRUE(between(5, 10).holds(Minutes(5)));
  EXPECT_TRUE(between(5, 10).holds(Minutes(10)));
  EXPECT_FALSE(between(5, 10).holds(Minutes(10.1)));
}

TEST(TheAim, WidensBandsThatFailAndNarrowsThoseThatAlwaysHold) {
  Aim failing, holding;
  const double before = failing.tail();
  for (int i = 0; i < 20; ++i) failing.learn(false);
  for (int i = 0; i < 20; ++i) holding.learn(true);
  EXPECT_LT(failing.tail(), before);
  EXPECT_GT(holding.tail(), before);
}

TEST(TheAim, RestsWhenAboutEightInTenHold) {
  Aim aim;
  const double before = aim.tail();
  for (int i = 0; i < 5000; ++i) aim.learn(i % 50 >= 9);
  EXPECT_NEAR(aim.tail(), before, 0.02);
}

TEST(TheAim, NeverLeavesOutMoreThanThereIs) {
  Aim aim;
  for (int i = 0; i < 100'000; ++i) aim.learn(true);
  EXPECT_LT(aim.tail(), 0.5);
  for (int i = 0; i < 100'000; ++i) aim.learn(false);
  EXPECT_GT(aim.tail(), 0);
}

}  // namespace
}  // namespace panggil::estimates
