#include "common/texts/dates.hpp"

#include <gtest/gtest.h>

namespace panggil {
namespace {

TEST(DayAndTime, IsThatOfWhoWroteItInEachLanguage) {
  const auto late_in_jayapura = *parse_stamp("2026-11-30T00:05:00+09:00");
  EXPECT_EQ(day_and_time_in_words(late_in_jayapura, Catalogue::of("en")), "Monday 30 November at 00:05");
  EXPECT_EQ(day_and_time_in_words(late_in_jayapura, Catalogue::of("id")), "Senin 30 November pukul 00:05");
}

}  // namespace
}  // namespace panggil
