#include "dispatcher/settings/week_hours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/settings/faults.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using core::Opening;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

core::WeekHours read(const std::string& yaml) {
  const auto document = Document::parse("test.yaml", yaml);
  auto week = read_week_hours(document.root());
  EXPECT_THAT(document.problems(), IsEmpty());
  return week;
}

Faults faults_in(const std::string& yaml) {
  return faults_of(yaml, [](const Node& root) { read_week_hours(root); });
}

TEST(WeekHours, GoIntoADayARangeAndTheRestIsClosed) {
  const auto week =
      read("{mon-thu: [\"08:00-12:00\", \"13:00-16:00\"], fri: [\"08:00-11:30\"], sat: closed}");
  EXPECT_THAT(week[0], IsEmpty()) << "Sunday";
  for (std::size_t day = 1; day <= 4; ++day)
    EXPECT_THAT(week[day], ElementsAre(Opening{8h, 12h}, Opening{13h, 16h})) << day;
  EXPECT_THAT(week[5], ElementsAre(Opening{8h, 11h + 30min}));
  EXPECT_THAT(week[6], IsEmpty());
}

TEST(WeekHours, MayGoOnUntilMidnightAndEveryDay) {
  const auto week = read("{mon-sun: [\"00:00-24:00\"]}");
  for (const auto& day : week) EXPECT_THAT(day, ElementsAre(Opening{0h, 24h}));
}

TEST(WeekHours, MayTouch) {
  EXPECT_THAT(read("{sun: [\"08:00-12:00\", \"12:00-13:00\"]}")[0],
              ElementsAre(Opening{8h, 12h}, Opening{12h, 13h}));
}

TEST(WeekHoursFaults, OfDaysNameTheDays) {
  const std::string days = "\" is no day; mon, tue, wed, thu, fri, sat, sun are, or a range like mon-thu";
  EXPECT_THAT(faults_in("{mon: [\"08:00-09:00\"], senin: [\"08:00-09:00\"]}"),
              ElementsAre("1:24: \"senin" + days));
  EXPECT_THAT(faults_in("{mon: [\"08:00-09:00\"], thu-tue: [\"08:00-09:00\"]}"),
              ElementsAre("1:24: \"thu-tue" + days));
  EXPECT_THAT(faults_in("{mon: [\"08:00-09:00\"], mon-: [\"08:00-09:00\"]}"),
              ElementsAre("1:24: \"mon-" + days));
  EXPECT_THAT(faults_in("mon-thu: [\"08:00-09:00\"]\nwed: closed\n"),
              ElementsAre("2:1: wed has been named before; name each day once"));
}

TEST(WeekHoursFaults, OfOpeningsShowHowOneIsWritten) {
  for (const auto* text : {"8-12", "08:00", "08:00-12", "08:00 - 12:00", "08:00-24:01"})
    EXPECT_THAT(
        faults_in("mon: [\"09:00-10:00\"]\ntue: [\"" + std::string(text) + "\"]\n"),
        ElementsAre("2:7: an opening like 08:00-12:00 is expected, not \"" + std::string(text) + "\""));
  EXPECT_THAT(faults_in("mon: [\"08:00-12:00\"]\ntue: open\n"),
              ElementsAre("2:6: a list of openings is expected, e.g. [\"08:00-12:00\"], or the word closed"));
  EXPECT_THAT(faults_in("mon: [\"08:00-12:00\"]\ntue: []\n"),
              ElementsAre("2:6: no opening stands here; write closed for a day without any"));
}

TEST(WeekHoursFaults, OfOrderNameWhatIsBefore) {
  EXPECT_THAT(
      faults_in("mon: [\"08:00-12:00\", \"11:59-15:00\"]"),
      ElementsAre(
          "1:22: 11:59-15:00: it begins before the one until 12:00 has ended; put them in order, apart"));
  EXPECT_THAT(
      faults_in("mon: [\"08:00-12:00\", \"07:00-07:30\"]"),
      ElementsAre(
          "1:22: 07:00-07:30: it begins before the one until 12:00 has ended; put them in order, apart"));
  for (const auto* opening : {"22:00-02:00", "12:00-12:00"})
    EXPECT_THAT(
        faults_in("tue: [\"08:00-12:00\"]\nmon: [\"" + std::string(opening) + "\"]"),
        ElementsAre(
            "2:7: " + std::string(opening) +
            ": it ends before it begins; what goes past midnight is two openings, the first until 24:00"));
}

TEST(WeekHoursFaults, OfAWeekWithoutOpeningsSayHowToBeAlwaysOpen) {
  for (const auto* yaml : {"{mon-sun: closed}", "{}"})
    EXPECT_THAT(faults_in(yaml),
                ElementsAre("1:1: no day has an opening; leave `hours` away for what is always open"));
}

}  // namespace
}  // namespace panggil::settings
