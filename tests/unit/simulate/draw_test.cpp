#include "simulate/model/draw.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace panggil::simulate {
namespace {

TEST(Draw, TheSameSeedAndStreamGiveTheSameDraws) {
  Draw one(7, "people"), other(7, "people");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(one.unit(), other.unit());
}

TEST(Draw, AnotherSeedOrStreamGivesOthers) {
  EXPECT_NE(Draw(7, "people").unit(), Draw(8, "people").unit());
  EXPECT_NE(Draw(7, "people").unit(), Draw(7, "times").unit());
}

TEST(Draw, HalfTakeLessThanTheMedian) {
  Draw draw(3, "lengths");
  std::vector<std::chrono::milliseconds> lengths;
  for (int i = 0; i < 20'001; ++i) lengths.push_back(draw.length({std::chrono::seconds(180), 0.5}));
  std::nth_element(lengths.begin(), lengths.begin() + 10'000, lengths.end());
  EXPECT_NEAR(static_cast<double>(lengths[10'000].count()), 180'000, 3'600);
}

TEST(Draw, WithoutSigmaEverybodyTakesTheMedian) {
  Draw draw(3, "lengths");
  EXPECT_EQ(draw.length({std::chrono::seconds(90), 0}), std::chrono::seconds(90));
}

TEST(Draw, GapsHaveTheMeanAskedFor) {
  Draw draw(5, "gaps");
  double sum = 0;
  for (int i = 0; i < 20'000; ++i) sum += draw.exponential(60);
  EXPECT_NEAR(sum / 20'000, 60, 1.5);
}

}  // namespace
}  // namespace panggil::simulate
