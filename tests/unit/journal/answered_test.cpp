#include "dispatcher/journal/answered.hpp"

#include <gtest/gtest.h>

#include <string>

namespace panggil::journal {
namespace {

TEST(Answered, KnowsAllThatItWasToldAndHardlyAnythingElse) {
  Answered answered;
  EXPECT_FALSE(answered.may_have("counter-1", "a"));
  constexpr int kMany = 20'000;
  for (int i = 0; i < kMany; ++i) {
    answered.add("counter-" + std::to_string(i % 50), std::to_string(i));
    answered.add("counter-" + std::to_string(i % 50), std::to_string(i));
  }
  int mistaken = 0;
  for (int i = 0; i < kMany; ++i) {
    ASSERT_TRUE(answered.may_have("counter-" + std::to_string(i % 50), std::to_string(i)));
    mistaken += answered.may_have("counter-" + std::to_string((i + 1) % 50), std::to_string(i)) ? 1 : 0;
  }
  EXPECT_LT(mistaken, 5);
  answered.clear();
  EXPECT_FALSE(answered.may_have("counter-0", "0"));
}

}  // namespace
}  // namespace panggil::journal
