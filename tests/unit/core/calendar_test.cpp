// Service days and opening hours, in four zones and over both clock changes.
#include "dispatcher/core/calendar.hpp"

#include <gtest/gtest.h>

#include "common/base/zone.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

WallTime utc(std::string_view stamp) {
  return parse_stamp(stamp)->time;
}

Day day(std::string_view text) {
  return *parse_day(text);
}

Office office_in(std::string_view zone, std::chrono::minutes day_starts = 0min) {
  auto office = small_office();
  office.zone = *Zone::find(zone);
  office.day_starts = day_starts;
  return office;
}

WeekHours every_day(const std::vector<Opening>& openings) {
  WeekHours week;
  week.fill(openings);
  return week;
}

/// Mon–Thu 08:00–12:00 and 13:00–15:00, Fri 08:00–11:30 and 13:00–15:00.
WeekHours office_hours() {
  WeekHours week;
  for (const auto weekday : {1u, 2u, 3u, 4u}) week[weekday] = {{8h, 12h}, {13h, 15h}};
  week[5] = {{8h, 11h + 30min}, {13h, 15h}};
  return week;
}

class HoursTest : public testing::Test {
 protected:
  Office office = office_in("Asia/Jakarta");

  Hours at(std::string_view stamp) const { return hours(office, office.services[0], utc(stamp)); }
  static Hours closed_until(std::string_view stamp) { return {false, utc(stamp), std::nullopt}; }
  static Hours open_until(std::string_view stamp) { return {true, std::nullopt, utc(stamp)}; }
};

TEST(ServiceDay, IsThatOfTheOfficesOwnZone) {
  const auto now = utc("2026-11-23T16:30:00Z");
  EXPECT_EQ(service_day(office_in("Asia/Jakarta"), now), day("2026-11-23"));
  EXPECT_EQ(service_day(office_in("Asia/Makassar"), now), day("2026-11-24"));
  EXPECT_EQ(service_day(office_in("Asia/Jayapura"), now), day("2026-11-24"));
  EXPECT_EQ(service_day(office_in("Europe/Warsaw"), now), day("2026-11-23"));
}

TEST(ServiceDay, BeginsAtTheZonesMidnight) {
  EXPECT_EQ(next_day_starts(office_in("Asia/Jakarta"), utc("2026-11-23T01:00:00Z")),
            utc("2026-11-23T17:00:00Z"));
  EXPECT_EQ(next_day_starts(office_in("Asia/Makassar"), utc("2026-11-23T01:00:00Z")),
            utc("2026-11-23T16:00:00Z"));
  EXPECT_EQ(next_day_starts(office_in("Asia/Jayapura"), utc("2026-11-23T01:00:00Z")),
            utc("2026-11-23T15:00:00Z"));
}

TEST(ServiceDay, ChangesAtTheMillisecond) {
  const auto office = office_in("Asia/Jayapura");
  EXPECT_EQ(service_day(office, utc("2026-11-23T14:59:59.999Z")), day("2026-11-23"));
  EXPECT_EQ(service_day(office, utc("2026-11-23T15:00:00Z")), day("2026-11-24"));
  EXPECT_EQ(next_day_starts(office, utc("2026-11-23T15:00:00Z")), utc("2026-11-24T15:00:00Z"));
}

TEST(ServiceDay, MayBeginLaterThanMidnight) {
  const auto office = office_in("Asia/Jakarta", 4h);
  EXPECT_EQ(service_day(office, utc("2026-11-24T01:00:00+07:00")), day("2026-11-23"));
  EXPECT_EQ(service_day(office, utc("2026-11-24T04:00:00+07:00")), day("2026-11-24"));
  EXPECT_EQ(next_day_starts(office, utc("2026-11-24T01:00:00+07:00")), utc("2026-11-24T04:00:00+07:00"));
}

TEST(ServiceDay, IsShorterOrLongerWhereTheClockChanges) {
  const auto office = office_in("Europe/Warsaw");
  EXPECT_EQ(next_day_starts(office, utc("2026-03-29T00:00:00+01:00")), utc("2026-03-30T00:00:00+02:00"));
  EXPECT_EQ(next_day_starts(office, utc("2026-10-25T00:00:00+02:00")), utc("2026-10-26T00:00:00+01:00"));
}

TEST(ServiceDay, BeginsWithTheMissingHourIfItsStartLiesInIt) {
  const auto office = office_in("Europe/Warsaw", 2h + 30min);
  const auto change = utc("2026-03-29T03:00:00+02:00");
  EXPECT_EQ(next_day_starts(office, change - 1h), change);
  EXPECT_EQ(service_day(office, change - 1ms), day("2026-03-28"));
  EXPECT_EQ(service_day(office, change), day("2026-03-29"));
}

TEST(ServiceDay, BeginsOnceInTheHourThatComesTwice) {
  const auto office = office_in("Europe/Warsaw", 2h + 30min);
  const auto first = utc("2026-10-25T02:30:00+02:00");
  EXPECT_EQ(service_day(office, first - 1ms), day("2026-10-24"));
  EXPECT_EQ(service_day(office, first), day("2026-10-25"));
  // Forty minutes on, the clock reads 02:10 again.
  EXPECT_EQ(service_day(office, first + 40min), day("2026-10-25"));
  EXPECT_EQ(next_day_starts(office, first + 40min), utc("2026-10-26T02:30:00+01:00"));
}

TEST(ServiceDay, NeverGoesBackAndAlwaysEndsAsForetold) {
  for (const auto* zone : {"Asia/Jakarta", "Europe/Warsaw"}) {
    for (const auto starts : {0min, 150min, 180min, 1439min}) {
      const auto office = office_in(zone, starts);
      for (auto now = utc("2026-03-27T00:00:00Z"); now < utc("2026-03-31T00:00:00Z"); now += 10min) {
        EXPECT_LE(service_day(office, now), service_day(office, now + 10min));
        const auto end = next_day_starts(office, now);
        EXPECT_GT(end, now);
        EXPECT_EQ(service_day(office, end - 1ms), service_day(office, now));
        EXPECT_GT(service_day(office, end), service_day(office, now));
      }
    }
  }
}

TEST_F(HoursTest, AnOfficeWithoutHoursIsAlwaysOpen) {
  EXPECT_EQ(at("2026-11-23T03:00:00+07:00"), (Hours{true, std::nullopt, std::nullopt}));
  EXPECT_EQ(next_change(office, monday(8h)), std::nullopt);
}

TEST_F(HoursTest, OpenFromTheFirstMinuteUpToTheLast) {
  office.hours = office_hours();
  EXPECT_EQ(at("2026-11-23T07:59:59.999+07:00"), closed_until("2026-11-23T08:00:00+07:00"));
  EXPECT_EQ(at("2026-11-23T08:00:00+07:00"), open_until("2026-11-23T12:00:00+07:00"));
  EXPECT_EQ(at("2026-11-23T11:59:59.999+07:00"), open_until("2026-11-23T12:00:00+07:00"));
  EXPECT_EQ(at("2026-11-23T12:00:00+07:00"), closed_until("2026-11-23T13:00:00+07:00"));
  EXPECT_EQ(at("2026-11-23T15:00:00+07:00"), closed_until("2026-11-24T08:00:00+07:00"));
}

TEST_F(HoursTest, EachWeekdayHasItsOwn) {
  office.hours = office_hours();
  EXPECT_EQ(at("2026-11-27T08:00:00+07:00"), open_until("2026-11-27T11:30:00+07:00"));
  EXPECT_EQ(at("2026-11-27T15:00:00+07:00"), closed_until("2026-11-30T08:00:00+07:00"));
  EXPECT_EQ(at("2026-11-29T12:00:00+07:00"), closed_until("2026-11-30T08:00:00+07:00"));
}

TEST_F(HoursTest, AreReadInTheOfficesOwnZone) {
  office = office_in("Asia/Jayapura");
  office.hours = office_hours();
  EXPECT_EQ(at("2026-11-22T23:00:00Z"), open_until("2026-11-23T12:00:00+09:00"));
  office.zone = *Zone::find("Asia/Makassar");
  EXPECT_EQ(at("2026-11-22T23:59:00Z"), closed_until("2026-11-23T08:00:00+08:00"));
}

TEST_F(HoursTest, AServicesOwnReplaceTheOffices) {
  office.hours = office_hours();
  office.services[0].hours = every_day({{20h, 22h}});
  EXPECT_EQ(at("2026-11-23T09:00:00+07:00"), closed_until("2026-11-23T20:00:00+07:00"));
  EXPECT_TRUE(hours(office, office.services[1], monday(9h)).open);
}

TEST_F(HoursTest, AWeekWithoutOpeningsNeverOpens) {
  office.hours.emplace();
  EXPECT_EQ(at("2026-11-23T09:00:00+07:00"), (Hours{false, std::nullopt, std::nullopt}));
  EXPECT_EQ(next_change(office, monday(9h)), std::nullopt);
}

TEST_F(HoursTest, OpeningsThatTouchAreOne) {
  office.hours = every_day({{8h, 12h}, {12h, 15h}});
  EXPECT_EQ(at("2026-11-23T09:00:00+07:00"), open_until("2026-11-23T15:00:00+07:00"));
}

TEST_F(HoursTest, AnOpeningMayGoOnAfterMidnight) {
  WeekHours week;
  week[1] = {{20h, 24h}};
  week[2] = {{0h, 2h}};
  office.hours = week;
  EXPECT_EQ(at("2026-11-23T21:00:00+07:00"), open_until("2026-11-24T02:00:00+07:00"));
  EXPECT_EQ(at("2026-11-24T01:00:00+07:00"), open_until("2026-11-24T02:00:00+07:00"));
  EXPECT_EQ(at("2026-11-24T02:00:00+07:00"), closed_until("2026-11-30T20:00:00+07:00"));
}

TEST_F(HoursTest, RoundTheClockNeverCloses) {
  office.hours = every_day({{0h, 24h}});
  EXPECT_EQ(at("2026-11-23T09:00:00+07:00"), (Hours{true, std::nullopt, std::nullopt}));
}

TEST_F(HoursTest, AreByTheClockOnTheWallOnTheDayItGoesForward) {
  office = office_in("Europe/Warsaw");
  office.hours = every_day({{1h, 2h + 15min}, {2h + 30min, 4h}});
  // 02:00 is 03:00: the first opening ends there, and the second begins there.
  EXPECT_EQ(at("2026-03-29T01:30:00+01:00"), open_until("2026-03-29T04:00:00+02:00"));
  EXPECT_EQ(at("2026-03-29T03:30:00+02:00"), open_until("2026-03-29T04:00:00+02:00"));
  office.hours = every_day({{2h, 3h}, {8h, 12h}});
  EXPECT_EQ(at("2026-03-29T01:30:00+01:00"), closed_until("2026-03-29T08:00:00+02:00"));
  EXPECT_EQ(at("2026-03-29T08:00:00+02:00"), open_until("2026-03-29T12:00:00+02:00"));
}

TEST_F(HoursTest, AreByTheClockOnTheWallOnTheDayItGoesBack) {
  office = office_in("Europe/Warsaw");
  office.hours = every_day({{2h, 3h}, {8h, 12h}});
  // The hour from two to three comes twice, and it is open both times.
  EXPECT_EQ(at("2026-10-25T02:30:00+02:00"), open_until("2026-10-25T03:00:00+01:00"));
  EXPECT_EQ(at("2026-10-25T02:30:00+01:00"), open_until("2026-10-25T03:00:00+01:00"));
  EXPECT_EQ(at("2026-10-25T03:00:00+01:00"), closed_until("2026-10-25T08:00:00+01:00"));
  office.hours = every_day({{1h, 2h + 30min}});
  EXPECT_EQ(at("2026-10-25T02:30:00+02:00"), closed_until("2026-10-26T01:00:00+01:00"));
  EXPECT_EQ(at("2026-10-25T02:10:00+01:00"), closed_until("2026-10-26T01:00:00+01:00"));
}

TEST_F(HoursTest, TheNextChangeIsTheEarliestOfAnyService) {
  office.hours = office_hours();
  office.services[1].hours = every_day({{7h, 9h}});
  EXPECT_EQ(next_change(office, monday(6h)), monday(7h));
  EXPECT_EQ(next_change(office, monday(7h)), monday(8h));
  EXPECT_EQ(next_change(office, monday(8h)), monday(9h));
  EXPECT_EQ(next_change(office, monday(9h)), monday(12h));
  EXPECT_EQ(next_change(office, monday(15h)), monday(24h + 7h));
}

}  // namespace
}  // namespace panggil::core
