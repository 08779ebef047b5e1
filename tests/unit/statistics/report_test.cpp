// Small days, their figures worked out by hand.
#include "common/statistics/report.hpp"

#include <gtest/gtest.h>

#include "tests/unit/statistics/day.hpp"

namespace panggil::statistics {
namespace {

using namespace std::chrono_literals;

const Targets kTargets{{"cs", 15min}};
const std::string kToday = "2026-11-23";

Report report(const ToldDay& day, const std::string& today = kToday) {
  return report_of(day.events(), today, kTargets);
}

TEST(Statistics, OfAPlainDayAreItsTicketsWaitsAndServices) {
  ToldDay day;
  day.at("08:00", "counter-opened", "", "1").officer = "Sari";
  day.issue("08:00", "A001");
  day.issue("08:10", "A002");
  day.issue("09:05", "A003");
  day.at("08:10", "ticket-called", "A001", "1");
  day.at("08:12", "service-started", "A001", "1");
  day.at("08:20", "ticket-completed", "A001", "1");
  day.at("08:30", "ticket-called", "A002", "1");
  day.at("08:33", "ticket-recalled", "A002", "1");
  day.at("08:36", "ticket-completed", "A002", "1");
  day.at("09:05", "ticket-called", "A003", "1");
  day.at("09:08", "ticket-skipped", "A003", "1");
  const auto total = report(day).total;
  EXPECT_EQ(total.issued, 3);
  EXPECT_EQ(total.served, 2);
  EXPECT_EQ(total.no_show, 1);
  EXPECT_EQ(total.wait, (Spread{3, 10min, 10min, 20min})) << "10, 20 and 0 minutes";
  EXPECT_EQ(total.walk, (Spread{1, 2min, 2min, 2min}));
  EXPECT_EQ(total.service, (Spread{2, 7min, 6min, 8min})) << "from start, or from the call without one";
  EXPECT_EQ(total.with_target, 3);
  EXPECT_EQ(total.within_target, 2);
  EXPECT_EQ(report(day).recalls, 1);
  EXPECT_EQ(report(day).peak_hour(), 8);
  EXPECT_EQ(report(day).by_officer.at("Sari").served, 2);
}

TEST(Statistics, OfAWayOverTwoDesksCountAWaitForEach) {
  ToldDay day;
  day.issue("08:00", "A001");
  day.at("08:10", "ticket-called", "A001", "1");
  day.at("08:15", "ticket-completed", "A001", "1").then = "photo";
  day.at("08:45", "ticket-called", "A001", "2");
  day.at("08:50", "ticket-transferred", "A001", "2").service = "cs";
  day.at("09:00", "ticket-called", "A001", "1");
  day.at("09:01", "ticket-completed", "A001", "1");
  const auto got = report(day);
  EXPECT_EQ(got.total.issued, 1);
  EXPECT_EQ(got.total.legs, 3);
  EXPECT_EQ(got.total.served, 1);
  EXPECT_EQ(got.by_service.at("cs").legs, 2);
  EXPECT_EQ(got.by_service.at("cs").moved_on, 1);
  EXPECT_EQ(got.by_service.at("cs").wait, (Spread{2, 10min, 10min, 10min}));
  EXPECT_EQ(got.by_service.at("photo").transferred, 1);
  EXPECT_EQ(got.by_service.at("photo").wait, (Spread{1, 30min, 30min, 30min}));
  EXPECT_EQ(got.by_service.at("photo").with_target, 0) << "it has none";
}

TEST(Statistics, LeaveOutWhatWasUndoneButNotTheCallThatPeopleHeard) {
  ToldDay day;
  day.at("08:00", "counter-opened", "", "1");
  day.issue("08:00", "A001");
  day.at("08:10", "ticket-called", "A001", "1");
  auto& undone = day.at("08:10", "action-undone", "", "1");
  undone.first = undone.last = 3;
  day.at("08:30", "ticket-called", "A001", "1");
  day.at("08:40", "ticket-completed", "A001", "1");
  const auto got = report(day);
  EXPECT_EQ(got.calls, 2);
  EXPECT_EQ(got.total.wait, (Spread{1, 30min, 30min, 30min}));
  EXPECT_EQ(got.total.served, 1);
  EXPECT_EQ(got.time_by_counter.at("1"), (TimeUse{10min, 0min, 30min, 0min}));
}

TEST(Statistics, DoNotCountAHoldAsServiceNorAReinstatedNoShowTwice) {
  ToldDay day;
  day.issue("08:00", "A001");
  day.issue("08:00", "A002");
  day.at("08:10", "ticket-called", "A001", "1");
  day.at("08:14", "ticket-held", "A001", "1");
  day.at("08:20", "ticket-called", "A002", "1");
  day.at("08:22", "ticket-skipped", "A002", "1");
  day.at("08:23", "ticket-reinstated", "A002");
  day.at("08:30", "ticket-called", "A002", "1");
  day.at("08:31", "ticket-completed", "A002", "1");
  day.at("09:00", "ticket-called", "A001", "1");
  day.at("09:06", "ticket-completed", "A001", "1");
  const auto total = report(day).total;
  EXPECT_EQ(total.legs, 2);
  EXPECT_EQ(total.served, 2);
  EXPECT_EQ(total.no_show, 0);
  EXPECT_EQ(total.wait, (Spread{2, 15min, 10min, 20min})) << "to the first call";
  EXPECT_EQ(total.service, (Spread{2, 5min + 30s, 1min, 10min})) << "4 and 6 minutes, the hold left out";
}

TEST(Statistics, TakeWhatIsOpenForExpiredOnceItsDayIsOver) {
  ToldDay day;
  day.issue("08:00", "A001");
  day.begin("2026-11-24");
  day.issue("08:00", "A001");
  const auto got = report(day, "2026-11-24");
  EXPECT_EQ(got.by_day.at("2026-11-23").expired, 1);
  EXPECT_EQ(got.by_day.at("2026-11-24").open, 1);
  EXPECT_EQ(got.total.issued, 2) << "one number, two days";
}

TEST(Statistics, WhoWaitedInVainWasNotCalledInTimeAndIsNobodysVisitor) {
  ToldDay day;
  day.issue("08:00", "A001");
  day.issue("08:10", "A002");
  day.at("08:05", "ticket-called", "A001", "1");
  day.at("08:10", "ticket-completed", "A001", "1");
  const auto over = report(day, "2026-11-24");
  EXPECT_EQ(over.total.service_level(), 0.5);
  EXPECT_EQ(over.by_officer.at("").legs, 1) << "whom somebody without a name served";
  EXPECT_EQ(report(day).total.service_level(), 1) << "who waits today may still be called in time";
}

TEST(Statistics, SpendACountersTimeOnServingCallingWaitingAndBreaks) {
  ToldDay day;
  day.at("08:00", "counter-opened", "", "1").officer = "Sari";
  day.issue("08:05", "A001");
  day.at("08:10", "ticket-called", "A001", "1");
  day.at("08:12", "service-started", "A001", "1");
  day.at("08:20", "ticket-completed", "A001", "1");
  day.at("08:20", "counter-paused", "", "1");
  day.at("08:50", "counter-opened", "", "1").officer = "Budi";
  day.at("09:00", "counter-closed", "", "1");
  day.issue("12:00", "A002");
  const auto got = report(day);
  EXPECT_EQ(got.time_by_counter.at("1"), (TimeUse{2min, 8min, 20min, 30min}));
  EXPECT_EQ(got.time_by_officer.at("Sari"), (TimeUse{2min, 8min, 10min, 30min}));
  EXPECT_EQ(got.time_by_officer.at("Budi"), (TimeUse{0min, 0min, 10min, 0min}));
}

TEST(Statistics, GoOnCallingWhileSomebodyIsCalledAgain) {
  ToldDay day;
  day.at("08:00", "counter-opened", "", "1");
  day.issue("08:00", "A001");
  day.at("08:00", "ticket-called", "A001", "1");
  day.at("08:01", "ticket-recalled", "A001", "1");
  day.at("08:03", "ticket-skipped", "A001", "1");
  day.at("08:10", "counter-closed", "", "1");
  EXPECT_EQ(report(day).time_by_counter.at("1"), (TimeUse{3min, 0min, 7min, 0min}));
}

TEST(Statistics, CountACounterThatIsLeftOpenToTheDaysLastEventAndFromItsFirstNextDay) {
  ToldDay day;
  day.at("08:00", "counter-opened", "", "1");
  day.issue("10:00", "A001");
  day.begin("2026-11-24");
  day.issue("07:00", "A001");
  day.at("08:00", "ticket-called", "A001", "1");
  day.at("08:30", "ticket-completed", "A001", "1");
  day.at("09:00", "counter-closed", "", "1");
  EXPECT_EQ(report(day).time_by_counter.at("1"), (TimeUse{30min, 0min, 2h + 30min, 0min}));
}

TEST(Statistics, OfNothingAreNothing) {
  const auto got = report(ToldDay());
  EXPECT_EQ(got.total.issued, 0);
  EXPECT_FALSE(got.total.wait || got.total.service_level() || got.peak_hour());
}

}  // namespace
}  // namespace panggil::statistics
