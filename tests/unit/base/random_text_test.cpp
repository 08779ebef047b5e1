#include "common/base/random_text.hpp"

#include <gtest/gtest.h>

#include <set>

namespace panggil {
namespace {

TEST(RandomText, HasTheLengthAskedForAndNoLookAlikes) {
  const std::string text = random_text(2000);
  EXPECT_EQ(text.size(), 2000u);
  EXPECT_EQ(text.find_first_not_of("abcdefghjkmnpqrstuvwxyz23456789"), std::string::npos);
  EXPECT_EQ(std::set<char>(text.begin(), text.end()).size(), 31u);
}

TEST(RandomText, IsNeverTheSame) {
  EXPECT_NE(random_text(16), random_text(16));
}

}  // namespace
}  // namespace panggil
