#include "dispatcher/estimates/errors.hpp"

#include <gtest/gtest.h>

namespace panggil::estimates {
namespace {

TEST(PastErrors, TellTheirOwnQuantiles) {
  Errors errors;
  for (int i = 0; i < 100; ++i) errors.add({.estimated = 2, .error = i / 100.0});
  const auto [low, high] = errors.quantiles({.estimated = 2}, 0.1);
  EXPECT_NEAR(low, 0.1, 0.05);
  EXPECT_NEAR(high, 0.9, 0.05);
}

TEST(PastErrors, OfAnotherSizeDoNotCount) {
  Errors errors;
  for (int i = 0; i < 50; ++i) {
    errors.add({.estimated = 1, .error = 0});
    errors.add({.estimated = 5, .error = 3});
  }
  EXPECT_NEAR(errors.quantiles({.estimated = 1}, 0.1).high, 0, 0.05);
  EXPECT_NEAR(errors.quantiles({.estimated = 5}, 0.1).low, 3, 0.05);
}

TEST(PastErrors, OfTheSameServiceCountMost) {
  Errors errors;
  for (int i = 0; i < 50; ++i) {
    errors.add({.estimated = 2, .error = -1, .service = 1});
    errors.add({.estimated = 2, .error = 1, .service = 2});
  }
  EXPECT_NEAR(errors.quantiles({.estimated = 2, .service = 1}, 0.2).high, -1, 0.05);
  EXPECT_NEAR(errors.quantiles({.estimated = 2, .service = 2}, 0.2).low, 1, 0.05);
}

TEST(PastErrors, WithNobodyAheadAreAKindOfTheirOwn) {
  Errors errors;
  for (int i = 0; i < 50; ++i) {
    errors.add({.estimated = 2, .error = -1, .nobody_ahead = true});
    errors.add({.estimated = 2, .error = 1});
  }
  EXPECT_NEAR(errors.quantiles({.estimated = 2, .nobody_ahead = true}, 0.2).high, -1, 0.05);
}

TEST(PastErrors, OfASizeNeverSeenAreTakenFromAll) {
  Errors errors;
  errors.add({.estimated = 1, .error = 2});
  EXPECT_NEAR(errors.quantiles({.estimated = 9}, 0.1).high, 2, 0.05);
}

TEST(PastErrors, TheOldestAreForgotten) {
  Errors errors;
  for (std::size_t i = 0; i < Errors::kKept; ++i) errors.add({.estimated = 1, .error = -2});
  for (std::size_t i = 0; i < Errors::kKept; ++i) errors.add({.estimated = 1, .error = 2});
  EXPECT_EQ(errors.size(), Errors::kKept);
  EXPECT_NEAR(errors.quantiles({.estimated = 1}, 0.01).low, 2, 0.05);
}

TEST(PastErrors, BeyondAllMeasureStayInBounds) {
  Errors errors;
  errors.add({.estimated = 1, .error = 1e9});
  errors.add({.estimated = 1, .error = -1e9});
  const auto [low, high] = errors.quantiles({.estimated = 1}, 0.1);
  EXPECT_GE(low, -6);
  EXPECT_LE(high, 6);
}

}  // namespace
}  // namespace panggil::estimates
