#include "common/settings/scalar_forms.hpp"

#include <gtest/gtest.h>

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;

TEST(Duration, HasHoursMinutesAndSecondsInThisOrder) {
  EXPECT_EQ(parse_duration("90s"), 90s);
  EXPECT_EQ(parse_duration("20min"), 20min);
  EXPECT_EQ(parse_duration("1h30min"), 90min);
  EXPECT_EQ(parse_duration("2h5s"), 2h + 5s);
  EXPECT_EQ(parse_duration("0s"), 0s);
}

TEST(Duration, IsNothingElse) {
  for (const auto* text :
       {"", "90", "s", "min", "1.5h", "-3s", "3 s", "3m", "5s1h", "1h1h", "1h30", "3S", "9999999999s"})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

TEST(Duration, IsWrittenAsItIsRead) {
  for (const auto duration : {0s, 1s, 59s, 60s, 3600s, 5400s, 3661s, 86400s})
    EXPECT_EQ(parse_duration(duration_text(duration)), duration) << duration_text(duration);
  EXPECT_EQ(duration_text(5400s), "1h30min");
}

TEST(TimeOfDay, GoesFromMidnightToMidnight) {
  EXPECT_EQ(parse_time_of_day("00:00"), 0min);
  EXPECT_EQ(parse_time_of_day("08:05"), 8h + 5min);
  EXPECT_EQ(parse_time_of_day("23:59"), 23h + 59min);
  EXPECT_EQ(parse_time_of_day("24:00"), 24h);
  EXPECT_EQ(time_of_day_text(8h + 5min), "08:05");
}

TEST(TimeOfDay, IsNothingElse) {
  for (const auto* text :
       {"", "8:00", "08.00", "08:60", "24:01", "25:00", "08:00 ", "ab:cd", "0800", "-1:00"})
    EXPECT_EQ(parse_time_of_day(text), std::nullopt) << text;
}

TEST(Whole, IsDigitsWithAnOptionalMinus) {
  EXPECT_EQ(parse_whole("500"), 500);
  EXPECT_EQ(parse_whole("-3"), -3);
  for (const auto* text : {"", "+3", "3.0", "3 ", "0x10", "1_000", "99999999999999999999"})
    EXPECT_EQ(parse_whole(text), std::nullopt) << text;
}

TEST(Number, IsFinite) {
  EXPECT_EQ(parse_number("43"), 43.0);
  EXPECT_EQ(parse_number("0.5"), 0.5);
  for (const auto* text : {"", "inf", "nan", ".inf", "1e3", "0,5", "3m"})
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
}

TEST(Text, IsFineInUtf8) {
  EXPECT_EQ(first_bad_byte(""), std::nullopt);
  EXPECT_EQ(first_bad_byte("Loket 3\r\n\tRuang é € 😀"), std::nullopt);
}

TEST(Text, IsBadWhereItStopsBeingUtf8OrPrinting) {
  EXPECT_EQ(first_bad_byte(std::string("ab\0", 3)), 2U);
  EXPECT_EQ(first_bad_byte("a\x1b[2J"), 1U);
  EXPECT_EQ(first_bad_byte("\x7f"), 0U);
  EXPECT_EQ(first_bad_byte("é\xc2\x9b"), 2U) << "a control character of two bytes";
  EXPECT_EQ(first_bad_byte("\xff\xfe"), 0U);
  EXPECT_EQ(first_bad_byte("\xc0\xaf"), 0U) << "too long a form";
  EXPECT_EQ(first_bad_byte("\xe0\x80\x80"), 0U) << "too long a form";
  EXPECT_EQ(first_bad_byte("\xf0\x80\x80\x80"), 0U) << "too long a form";
  EXPECT_EQ(first_bad_byte("\xed\xa0\x80"), 0U) << "half of a surrogate pair";
  EXPECT_EQ(first_bad_byte("\xf4\x90\x80\x80"), 0U) << "beyond the end of Unicode";
  EXPECT_EQ(first_bad_byte("ok\xe2\x82"), 2U) << "cut off";
  EXPECT_EQ(first_bad_byte("\x80"), 0U);
}

}  // namespace
}  // namespace panggil::settings
