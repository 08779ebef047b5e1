#include "common/texts/times.hpp"

#include <gtest/gtest.h>

namespace panggil {
namespace {
using namespace std::chrono_literals;

const Catalogue& id() {
  return Catalogue::of("id");
}
const Catalogue& en() {
  return Catalogue::of("en");
}

TEST(Times, AreWrittenAsInTheLanguage) {
  EXPECT_EQ(time_in_words("09:14", id()), "09.14");
  EXPECT_EQ(time_in_words("09:14", en()), "09:14");
  EXPECT_EQ(time_in_words("", id()), "");
}

TEST(Times, HaveDaysWithNames) {
  const Day monday = 2026y / 11 / 30;
  EXPECT_EQ(weekday_in_words(monday, id()), "Senin");
  EXPECT_EQ(date_in_words(monday, en()), "30 November");
}

TEST(Times, OfADayAreThoseOfWhoWroteThem) {
  const auto early_in_jayapura = *parse_stamp("2026-11-30T00:05:00+09:00");
  EXPECT_EQ(day_and_time_in_words(early_in_jayapura, en()), "Monday 30 November at 00:05");
  EXPECT_EQ(day_and_time_in_words(early_in_jayapura, id()), "Senin 30 November pukul 00.05");
}

TEST(Waits, AreInMinutesUpToTwoHours) {
  const auto wait = wait_in_words(100, 120);
  EXPECT_EQ(wait.low + "–" + wait.high, "100–120");
  EXPECT_FALSE(wait.in_hours || wait.from_nothing);
  EXPECT_TRUE(wait_in_words(0, 5).from_nothing);
}

TEST(Waits, AreInHalfHoursBeyondAndRoundedOutwards) {
  const auto both = [](std::int64_t low, std::int64_t high) {
    const auto wait = wait_in_words(low, high);
    EXPECT_TRUE(wait.in_hours);
    return wait.low + "–" + wait.high;
  };
  EXPECT_EQ(both(240, 330), "4–5½");
  EXPECT_EQ(both(100, 150), "1½–2½");
  EXPECT_EQ(both(45, 121), "½–2½");
  EXPECT_TRUE(wait_in_words(20, 150).from_nothing);
}

}  // namespace
}  // namespace panggil
