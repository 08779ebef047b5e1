#include "display/model/screen_hours.hpp"

#include <gtest/gtest.h>

#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using std::chrono::minutes;

/// Of Monday 23 November 2026, by the office's clock.
Stamp at_clock(int hour, int minute = 0, int days = 0) {
  return at(((hour - 9) * 60 + minute - 14) * 60 + days * 86'400.0);
}
const ScreenHours kWorkingDays{0b0111110, minutes(7 * 60 + 30), minutes(17 * 60)};
const ScreenHours kSundayNight{0b0000001, minutes(20 * 60), minutes(2 * 60)};

TEST(AScreen, IsOnInItsHoursOfThatWeekday) {
  EXPECT_FALSE(is_on({kWorkingDays}, at_clock(7, 29)));
  EXPECT_TRUE(is_on({kWorkingDays}, at_clock(7, 30)));
  EXPECT_TRUE(is_on({kWorkingDays}, at_clock(16, 59)));
  EXPECT_FALSE(is_on({kWorkingDays}, at_clock(17)));
  EXPECT_FALSE(is_on({kWorkingDays}, at_clock(12, 0, -1))) << "Sunday";
}

TEST(AScreen, MayBeOnOverMidnight) {
  EXPECT_TRUE(is_on({kSundayNight}, at_clock(23, 0, -1)));
  EXPECT_TRUE(is_on({kSundayNight}, at_clock(1)));
  EXPECT_FALSE(is_on({kSundayNight}, at_clock(2)));
  EXPECT_FALSE(is_on({kSundayNight}, at_clock(23)));
  EXPECT_TRUE(is_on({kWorkingDays, kSundayNight}, at_clock(1))) << "any of them";
}

TEST(AScreen, IsOnWhereNobodyKnowsBetter) {
  EXPECT_TRUE(is_on({}, at_clock(3)));
  EXPECT_TRUE(is_on({kWorkingDays}, std::nullopt));
}

}  // namespace
}  // namespace panggil::display
