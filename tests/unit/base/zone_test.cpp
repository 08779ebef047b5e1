#include "common/base/zone.hpp"

#include <gtest/gtest.h>

namespace panggil {
namespace {

using namespace std::chrono_literals;

WallTime at(std::string_view text) {
  return parse_stamp(text).value().time;
}

TEST(AZone, KnowsTheThreeZonesOfIndonesia) {
  const WallTime noon = at("2026-11-23T12:00:00Z");
  EXPECT_EQ(Zone::find("Asia/Jakarta")->offset(noon), 7h);
  EXPECT_EQ(Zone::find("Asia/Makassar")->offset(noon), 8h);
  EXPECT_EQ(Zone::find("Asia/Jayapura")->offset(noon), 9h);
}

TEST(AZone, IsNotFoundUnderAWrongName) {
  EXPECT_FALSE(Zone::find("Asia/Bandung"));
  EXPECT_FALSE(Zone::find(""));
}

TEST(AZone, GoesToLocalTimeAndBack) {
  const auto zone = *Zone::find("Asia/Makassar");
  const WallTime time = at("2026-11-23T08:30:00+08:00");
  EXPECT_EQ(zone.to_local(time).time_since_epoch() % 24h, 8h + 30min);
  EXPECT_EQ(zone.to_wall(zone.to_local(time)), time);
}

TEST(AZone, TakesTheEarlierOfARepeatedHourAndTheChangeForALostOne) {
  const auto zone = *Zone::find("Europe/Warsaw");
  const auto local = [](std::string_view utc) { return LocalTime(at(utc).time_since_epoch()); };
  EXPECT_EQ(zone.to_wall(local("2026-10-25T02:30:00Z")), at("2026-10-25T02:30:00+02:00"));
  EXPECT_EQ(zone.to_wall(local("2026-03-29T02:30:00Z")), at("2026-03-29T03:00:00+02:00"));
}

TEST(AStamp, IsWrittenWithMillisecondsAndOffset) {
  EXPECT_EQ(to_text(Stamp{at("2026-11-23T01:00:00.25Z"), 7h}), "2026-11-23T08:00:00.250+07:00");
  EXPECT_EQ(to_text(Stamp{at("2026-11-23T01:00:00Z"), -(3h + 30min)}), "2026-11-22T21:30:00.000-03:30");
}

TEST(AStamp, ReadsBackWhatItWrote) {
  for (const char* text :
       {"2026-11-23T08:00:00.250+07:00", "1970-01-01T00:00:00.000+00:00", "2024-02-29T23:59:59.999-11:00"})
    EXPECT_EQ(to_text(parse_stamp(text).value()), text);
}

TEST(AStamp, ReadsZAndAnyFractionOfASecond) {
  EXPECT_EQ(at("2026-11-23T01:00:00Z"), at("2026-11-23T08:00:00+07:00"));
  EXPECT_EQ(at("2026-11-23T01:00:00.1234567Z") - at("2026-11-23T01:00:00Z"), 123ms);
}

TEST(AStamp, RefusesWhatIsNoTime) {
  for (const char* bad : {"", "2026-11-23", "2026-11-23T08:00:00", "2026-13-01T08:00:00Z",
                          "2026-02-30T08:00:00Z", "2026-11-23T25:00:00Z", "2026-11-23T08:00:00+7",
                          "2026-11-23 08:00:00Z", "2026-11-23T08:00:00.Z", "2026-11-23T08:00:00+07:00x"})
    EXPECT_FALSE(parse_stamp(bad)) << bad;
}

TEST(ADay, IsWrittenAndRead) {
  EXPECT_EQ(to_text(parse_day("2026-11-23").value()), "2026-11-23");
  for (const char* bad : {"", "2026-1-1", "2026-02-29", "2026-11-23x"}) EXPECT_FALSE(parse_day(bad)) << bad;
}

}  // namespace
}  // namespace panggil
