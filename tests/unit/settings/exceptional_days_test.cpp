#include "dispatcher/settings/exceptional_days.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/zone.hpp"
#include "dispatcher/settings/office_file.hpp"
#include "tests/unit/settings/faults.hpp"
#include "tests/unit/settings/office_text.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using core::Opening;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Day day(std::string_view text) {
  return *parse_day(text);
}

core::ExceptionalDays read_both(const Node& root) {
  auto days = read_exceptional_days(root.optional("holidays"), root.optional("days"));
  root.no_other_keys();
  return days;
}

core::ExceptionalDays read(const std::string& yaml) {
  const auto document = Document::parse("test.yaml", yaml);
  auto days = read_both(document.root());
  EXPECT_THAT(document.problems(), IsEmpty());
  return days;
}

Faults faults_in(const std::string& yaml) {
  return faults_of(yaml, [](const Node& root) { read_both(root); });
}

TEST(ExceptionalDays, MayBeNone) {
  EXPECT_THAT(read("{}"), IsEmpty());
}

TEST(ExceptionalDays, HolidaysAreDatesOrRangesWithANameOrWithout) {
  EXPECT_THAT(read("holidays:\n  - 2026-12-25\n  - {date: 2026-03-21..2026-03-22, name: Idulfitri}\n"),
              ElementsAre(Pair(day("2026-03-21"), IsEmpty()), Pair(day("2026-03-22"), IsEmpty()),
                          Pair(day("2026-12-25"), IsEmpty())));
}

TEST(ExceptionalDays, HaveOpeningsOrAreClosed) {
  EXPECT_THAT(read("days:\n"
                   "  - {date: 2026-12-24, hours: [\"08:00-11:00\"], name: Christmas Eve}\n"
                   "  - {date: 2026-12-31, hours: closed}\n"),
              ElementsAre(Pair(day("2026-12-24"), ElementsAre(Opening{8h, 11h})),
                          Pair(day("2026-12-31"), IsEmpty())));
}

TEST(ExceptionalDays, ARangeMayHaveAWeekAndAHolidayInsideStaysOne) {
  EXPECT_THAT(
      read("holidays: [2026-03-19]\n"
           "days:\n"
           "  - date: 2026-03-18..2026-03-21\n"
           "    hours: {mon-thu: [\"08:00-15:00\"], fri: [\"08:00-15:30\"]}\n"),
      ElementsAre(Pair(day("2026-03-18"), ElementsAre(Opening{8h, 15h})), Pair(day("2026-03-19"), IsEmpty()),
                  Pair(day("2026-03-20"), ElementsAre(Opening{8h, 15h + 30min})),
                  Pair(day("2026-03-21"), IsEmpty())));
}

TEST(ExceptionalDaysFaults, OfDatesShowHowOneIsWritten) {
  for (const auto* text : {"25-12-2026", "2026-02-29", "2026-13-01", "2026-12-25..", "2026-12-25-2026-12-26"})
    EXPECT_THAT(faults_in("holidays: [" + std::string(text) + "]"),
                ElementsAre("1:12: \"" + std::string(text) +
                            "\" is no date; 2026-12-25 is one, and 2026-03-20..2026-03-24 are five"));
  EXPECT_THAT(faults_in("holidays: [2026-12-26..2026-12-25]"),
              ElementsAre("1:12: 2026-12-26..2026-12-25 ends before it begins; put the earlier date first"));
  EXPECT_THAT(faults_in("holidays: [2026-12-25..2062-12-25]"),
              ElementsAre("1:12: 2026-12-25..2062-12-25 is longer than a year; check the dates"));
}

TEST(ExceptionalDaysFaults, OfDatesThatStandTwice) {
  EXPECT_THAT(faults_in("holidays:\n  - 2026-12-25\n  - {date: 2026-12-25}\n"),
              ElementsAre("3:12: 2026-12-25 is a holiday already; once is enough"));
  EXPECT_THAT(faults_in("days:\n"
                        "  - {date: 2026-12-20..2026-12-26, hours: closed}\n"
                        "  - {date: 2026-12-24, hours: closed}\n"),
              ElementsAre("3:12: 2026-12-24 has been named before; name each date once"));
  EXPECT_THAT(faults_in("holidays: [2026-12-25]\ndays:\n  - {date: 2026-12-25, hours: [\"08:00-09:00\"]}\n"),
              ElementsAre("3:12: 2026-12-25 stands under holidays too; take it away from one of them"));
}

TEST(ExceptionalDaysFaults, OfWhatIsMissingOrUnknown) {
  EXPECT_THAT(faults_in("holidays: []"),
              ElementsAre("1:11: no date stands here; take the key away if there is none"));
  EXPECT_THAT(
      faults_in("days:\n  - 2026-12-25\n"),
      ElementsAre("2:5: a date and its hours are expected here, e.g. {date: 2026-12-24, hours: closed}"));
  EXPECT_THAT(faults_in("days:\n  - {date: 2026-12-25}\n"), ElementsAre("2:5: the key \"hours\" is missing"));
  EXPECT_THAT(
      faults_in("days:\n  - {date: 2026-12-25, hours: shut}\n"),
      ElementsAre("2:31: a list of openings is expected, e.g. [\"08:00-12:00\"], or the word closed"));
  EXPECT_THAT(faults_in("holidays:\n  - {date: 2026-12-25, hours: closed}\n"),
              ElementsAre("2:24: unknown key \"hours\"; known here: date, name"));
}

TEST(OfficeCalendar, IsReadForTheOfficeAndForAService) {
  const auto office = read_office(Document::parse(
      "office.yaml",
      office_with("prefix: A}",
                  "prefix: A, holidays: [2026-12-24], last_ticket: 45min, quota: {service_time: "
                  "12min, measured_days: 20}}") +
          "holidays: [2026-12-25]\nlast_ticket: 1h\n"));
  EXPECT_THAT(office.exceptional_days, ElementsAre(Pair(day("2026-12-25"), IsEmpty())));
  EXPECT_EQ(office.last_ticket, 1h);
  const auto& cs = office.services[0];
  EXPECT_THAT(cs.exceptional_days, ElementsAre(Pair(day("2026-12-24"), IsEmpty())));
  EXPECT_EQ(cs.last_ticket, 45min);
  EXPECT_EQ(cs.quota, std::nullopt);
  ASSERT_TRUE(cs.computed_quota);
  EXPECT_EQ(cs.computed_quota->service_time, 12min);
  EXPECT_EQ(cs.computed_quota->measured_days, 20);
  EXPECT_FALSE(office.services[1].last_ticket);
  EXPECT_FALSE(office.services[1].computed_quota);
}

Faults office_faults(const std::string& yaml) {
  try {
    read_office(Document::parse("office.yaml", yaml));
    return {};
  } catch (const BadSettings& bad) {
    return faults_of(bad.problems());
  }
}

TEST(OfficeCalendar, FaultsOfAComputedQuotaAndOfTheLastTicket) {
  EXPECT_THAT(
      office_faults(office_with("prefix: A", "prefix: A, quota: {service_time: 6min, measured_days: 61}")),
      ElementsAre(::testing::HasSubstr("60")));
  EXPECT_THAT(office_faults(office_with("prefix: A", "prefix: A, quota: {}")),
              ElementsAre("11:66: the key \"service_time\" is missing"));
  EXPECT_THAT(office_faults(office_with("prefix: A", "prefix: A, quota: {service_time: 0min}")),
              ElementsAre(::testing::StartsWith("11:81: ")));
  EXPECT_THAT(office_faults(kSmallOffice + std::string("last_ticket: 90s\n")),
              ElementsAre("16:14: whole minutes are expected, not 1min30s"));
  EXPECT_THAT(office_faults(kSmallOffice + std::string("last_ticket: 25h\n")),
              ElementsAre(::testing::StartsWith("16:14: ")));
}

}  // namespace
}  // namespace panggil::settings
