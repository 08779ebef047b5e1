#include "dispatcher/estimates/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace panggil::estimates {
namespace {

/// Clues of which two are tied to nothing else.
Clues seen(int i) {
  Clues clues{};
  clues[0] = 1;
  clues[1] = std::sin(i);
  clues[5] = std::cos(1.7 * i);
  return clues;
}

TEST(TheRegression, BeginsWithTheWeightsItIsGiven) {
  Clues clues{};
  clues[1] = clues[3] = clues[4] = 4;
  EXPECT_DOUBLE_EQ(Regression(first_weights()).predict(clues), 4);
}

TEST(TheRegression, FindsTheWeightsBehindTheCases) {
  Regression regression(first_weights());
  for (int i = 0; i < 2000; ++i) regression.learn(seen(i), 3 + 2 * seen(i)[1] - seen(i)[5]);
  for (int i = 5000; i < 5010; ++i)
    EXPECT_NEAR(regression.predict(seen(i)), 3 + 2 * seen(i)[1] - seen(i)[5], 0.02);
}

TEST(TheRegression, MovesOnlySoFarForOneCase) {
  Regression regression(Clues{});
  regression.learn(seen(1), 10);
  EXPECT_GT(regression.predict(seen(1)), 0);
  EXPECT_LT(regression.predict(seen(1)), 10);
}

}  // namespace
}  // namespace panggil::estimates
