// Holidays, and days with hours of their own.
#include "common/base/zone.hpp"
#include "dispatcher/core/calendar.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

Day day(std::string_view text) {
  return *parse_day(text);
}

/// Monday to Friday 08:00–12:00 and 13:00–15:00; Monday is 23 November 2026.
class ExceptionalDaysTest : public Hall {
 protected:
  ExceptionalDaysTest() {
    WeekHours week;
    for (const auto weekday : {1u, 2u, 3u, 4u, 5u}) week[weekday] = {{8h, 12h}, {13h, 15h}};
    office.hours = week;
  }
  Service& cs() { return office.services[0]; }
  Hours at(WallTime moment) const { return hours(office, office.services[0], moment); }
  static Hours closed_until(WallTime opens) { return {false, opens, std::nullopt}; }
  static Hours open_until(WallTime closes) { return {true, std::nullopt, closes}; }
};

TEST_F(ExceptionalDaysTest, OnAHolidayAllIsClosedAndTheNextOpeningIsTheDayAfter) {
  office.exceptional_days[day("2026-11-24")] = {};
  EXPECT_EQ(at(monday(15h)), closed_until(monday(48h + 8h)));
  EXPECT_EQ(at(monday(24h + 9h)), closed_until(monday(48h + 8h)));
  now = monday(24h + 9h);
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: service_closed");
  EXPECT_EQ(ask({kiosk(), std::nullopt, std::nullopt, issue("cs")}).error().opens_at, monday(48h + 8h));
}

TEST_F(ExceptionalDaysTest, AHolidayEndsAnOpeningThatWentOnOverMidnight) {
  office.hours->fill({{0h, 24h}});
  office.exceptional_days[day("2026-11-24")] = {};
  EXPECT_EQ(at(monday(20h)), open_until(monday(24h)));
  EXPECT_EQ(at(monday(24h)), closed_until(monday(48h)));
}

TEST_F(ExceptionalDaysTest, AnOfficeThatIsAlwaysOpenHasHolidaysToo) {
  office.hours.reset();
  office.exceptional_days[day("2026-11-24")] = {};
  EXPECT_EQ(at(monday(20h)), open_until(monday(24h)));
  EXPECT_EQ(at(monday(30h)), closed_until(monday(48h)));
  EXPECT_EQ(at(monday(49h)), (Hours{true, std::nullopt, std::nullopt}));
}

TEST_F(ExceptionalDaysTest, ADayOfItsOwnReplacesTheWeekdays) {
  office.exceptional_days[day("2026-11-24")] = {{9h, 10h}};
  EXPECT_EQ(at(monday(24h + 8h)), closed_until(monday(24h + 9h)));
  EXPECT_EQ(at(monday(24h + 9h)), open_until(monday(24h + 10h)));
  EXPECT_EQ(at(monday(24h + 10h)), closed_until(monday(48h + 8h)));
}

TEST_F(ExceptionalDaysTest, AnOfficeMayOpenOnASaturday) {
  office.exceptional_days[day("2026-11-28")] = {{8h, 12h}};
  EXPECT_EQ(at(monday(5 * 24h + 9h)), open_until(monday(5 * 24h + 12h)));
}

TEST_F(ExceptionalDaysTest, AServiceWithHoursOfItsOwnIsThenOpenWhereBothAre) {
  WeekHours own;
  own[2] = {{9h, 12h}, {13h, 16h}};
  cs().hours = own;
  office.exceptional_days[day("2026-11-24")] = {{8h, 10h}, {11h, 14h}};
  office.exceptional_days[day("2026-11-25")] = {{8h, 10h}};
  EXPECT_EQ(at(monday(24h + 8h)), closed_until(monday(24h + 9h)));
  EXPECT_EQ(at(monday(24h + 9h)), open_until(monday(24h + 10h)));
  EXPECT_EQ(at(monday(24h + 10h)), closed_until(monday(24h + 11h)));
  EXPECT_EQ(at(monday(24h + 12h)), closed_until(monday(24h + 13h)));
  EXPECT_EQ(at(monday(24h + 13h)), open_until(monday(24h + 14h)));
  EXPECT_EQ(at(monday(48h + 8h)), closed_until(monday(8 * 24h + 9h))) << "it has no Wednesdays";
}

TEST_F(ExceptionalDaysTest, OfAServiceGoOverTheOffices) {
  office.exceptional_days[day("2026-11-24")] = {};
  cs().exceptional_days[day("2026-11-24")] = {{8h, 10h}};
  cs().exceptional_days[day("2026-11-25")] = {};
  EXPECT_EQ(at(monday(24h + 8h)), open_until(monday(24h + 10h)));
  EXPECT_EQ(at(monday(24h + 10h)), closed_until(monday(72h + 8h)));
  EXPECT_FALSE(hours(office, office.services[1], monday(24h + 8h)).open);
  EXPECT_TRUE(hours(office, office.services[1], monday(48h + 8h)).open);
}

TEST_F(ExceptionalDaysTest, ALongHolidayHidesNoOpeningForSixtyDays) {
  const auto first = std::chrono::local_days(day("2026-11-24"));
  for (int i = 0; i < 55; ++i) office.exceptional_days[Day(first + std::chrono::days(i))] = {};
  EXPECT_EQ(at(monday(16h)), closed_until(monday(56 * 24h + 8h)));
  EXPECT_EQ(next_change(office, monday(16h)), monday(56 * 24h + 8h));
  for (int i = 0; i < 70; ++i) office.exceptional_days[Day(first + std::chrono::days(i))] = {};
  EXPECT_EQ(at(monday(16h)), (Hours{false, std::nullopt, std::nullopt}));
}

TEST_F(ExceptionalDaysTest, AreDatesOfTheOfficesOwnZone) {
  office.exceptional_days[day("2026-11-24")] = {};
  for (const auto* zone : {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}) {
    office.zone = *Zone::find(zone);
    const auto midnight = office.zone.to_wall(LocalTime(std::chrono::local_days(day("2026-11-24"))));
    EXPECT_EQ(at(midnight - 1ms), closed_until(midnight + 32h)) << zone;
    EXPECT_EQ(at(midnight + 24h), closed_until(midnight + 32h)) << zone;
    EXPECT_EQ(at(midnight - 10h), open_until(midnight - 9h)) << zone;
  }
}

TEST_F(ExceptionalDaysTest, ChangeWhenTheHoursDo) {
  office.exceptional_days[day("2026-11-24")] = {{9h, 10h}};
  EXPECT_EQ(next_change(office, monday(15h)), monday(24h + 9h));
  EXPECT_EQ(next_change(office, monday(24h + 9h)), monday(24h + 10h));
}

TEST_F(ExceptionalDaysTest, CountForTheTimeThatTheServiceIsOpen) {
  office.exceptional_days[day("2026-11-24")] = {{9h, 10h}};
  office.exceptional_days[day("2026-11-25")] = {};
  EXPECT_EQ(open_time(office, cs(), day("2026-11-23")), 6h);
  EXPECT_EQ(open_time(office, cs(), day("2026-11-24")), 1h);
  EXPECT_EQ(open_time(office, cs(), day("2026-11-25")), 0h);
  EXPECT_EQ(open_time(office, cs(), day("2026-11-28")), 0h) << "Saturday";
}

TEST_F(ExceptionalDaysTest, OpenTimeIsThatOfTheServiceDayNotTheDate) {
  office.day_starts = 4h;
  office.hours.emplace();
  (*office.hours)[1] = {{2h, 5h}, {20h, 24h}};
  (*office.hours)[2] = {{0h, 2h}};
  EXPECT_EQ(open_time(office, cs(), day("2026-11-23")), 7h) << "04-05, 20-24 and 00-02";
  EXPECT_EQ(open_time(office, cs(), day("2026-11-22")), 2h) << "Monday from two to four";
}

}  // namespace
}  // namespace panggil::core
