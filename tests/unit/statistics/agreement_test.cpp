// Made-up days through the real rules: the groups agree with the whole, and the whole with the dispatcher's
// own summary.
#include <gtest/gtest.h>

#include "common/statistics/report.hpp"
#include "dispatcher/gateway/pictures.hpp"
#include "dispatcher/journal/day_summary.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::statistics {
namespace {

std::vector<core::Event> made_up_days(unsigned seed) {
  journal::History history(seed);
  return history.act_until(1500);
}

Events as_told(const std::vector<core::Event>& events) {
  Events told;
  for (const auto& event : events) told.push_back(gateway::event_message(event, *Zone::find("Asia/Jakarta")));
  return told;
}

std::map<std::string, journal::DaySummary> summaries(const std::vector<core::Event>& events) {
  std::map<std::string, journal::DaySummary> days;
  std::optional<journal::DayTally> tally;
  for (const auto& event : events) {
    if (!tally || tally->day() != event.day) {
      if (tally) days[to_text(tally->day())] = tally->summary();
      tally.emplace(event.day);
    }
    tally->take(event);
  }
  days[to_text(tally->day())] = tally->summary();
  return days;
}

std::vector<int> counts(const Figures& f) {
  return {f.issued,      f.legs,          f.served,      f.moved_on,
          f.transferred, f.no_show,       f.cancelled,   f.expired,
          f.open,        f.within_target, f.with_target, static_cast<int>(f.wait ? f.wait->count : 0)};
}

template <class Groups>
std::vector<int> summed(const Groups& groups) {
  std::vector<int> sums(12);
  for (const auto& [key, figures] : groups) {
    const auto each = counts(figures);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += each[i];
  }
  return sums;
}

class MadeUpDays : public testing::TestWithParam<unsigned> {
 protected:
  std::vector<core::Event> events = made_up_days(GetParam());
  std::string today = to_text(events.back().day);
};

TEST_P(MadeUpDays, AreTheSumsOfEachGrouping) {
  const auto report = report_of(as_told(events), today, {{"cs", std::chrono::minutes(10)}});
  const auto whole = counts(report.total);
  EXPECT_GT(report.total.legs, 100);
  EXPECT_EQ(summed(report.by_day), whole);
  EXPECT_EQ(summed(report.by_hour), whole);
  EXPECT_EQ(summed(report.by_service), whole);
  EXPECT_EQ(summed(report.by_counter), whole);
  auto called = report.by_counter;
  called.erase("");
  EXPECT_EQ(summed(report.by_officer), summed(called)) << "those whom somebody has called";
  const auto& f = report.total;
  EXPECT_EQ(f.legs, f.served + f.moved_on + f.transferred + f.no_show + f.cancelled + f.expired + f.open);
}

TEST_P(MadeUpDays, AgreeWithTheDispatchersOwnSummary) {
  const auto told = as_told(events);
  const auto legs = legs_of(without_undone(told), today);
  for (const auto& [day, summary] : summaries(events)) {
    Events of_day;
    for (const auto& event : told)
      if (event.day == day) of_day.push_back(event);
    const auto report = report_of(of_day, today, {});
    EXPECT_EQ(report.total.issued, summary.issued) << day;
    EXPECT_EQ(report.total.served, summary.served) << day;
    EXPECT_EQ(report.total.no_show, summary.no_show) << day;
    EXPECT_EQ(report.total.cancelled, summary.cancelled) << day;
    EXPECT_EQ(report.total.expired + report.total.open, summary.left_open) << day;
    EXPECT_EQ(report.calls, summary.calls) << day;
    EXPECT_EQ(report.recalls, summary.recalls) << day;
    std::vector<Millis> first_waits;
    for (const auto& leg : legs)
      if (leg.day == day && leg.number == 0 && leg.wait()) first_waits.push_back(*leg.wait());
    const auto waits = spread_of(first_waits);
    ASSERT_EQ(waits.has_value(), summary.waits.has_value()) << day;
    if (!waits) continue;
    EXPECT_EQ(waits->mean, summary.waits->mean) << day;
    EXPECT_EQ(waits->median, summary.waits->median) << day;
    EXPECT_EQ(waits->p90, summary.waits->p90) << day;
  }
}

INSTANTIATE_TEST_SUITE_P(OfManySeeds, MadeUpDays, testing::Range(1U, 21U));

}  // namespace
}  // namespace panggil::statistics
