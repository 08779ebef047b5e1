#include "what_if/forecast.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/simulate/sample.hpp"
#include "tests/unit/simulate/theatre.hpp"

namespace panggil::what_if {
namespace {

using std::chrono::hours;

constexpr int kDays = 10;
const ServiceId kCs("cs");

Scenario scenario() {
  return {simulate::core_office(), simulate::sample::habits()};
}

Forecast played(const Scenario& scenario) {
  return play_days(scenario, simulate::sample::day(), kDays, 1);
}

Millis mean_wait(const Forecast& forecast, const char* service) {
  return forecast.report.by_service.at(service).wait->mean;
}

TEST(AForecast, AddsUpEachDayAsOneOfItsOwn) {
  const auto forecast = played(scenario());
  const auto& total = forecast.report.total;
  EXPECT_EQ(forecast.days, kDays);
  EXPECT_EQ(forecast.report.by_day.size(), static_cast<std::size_t>(kDays));
  EXPECT_NEAR(total.issued, kDays * 120, kDays * 15);  // two hours at forty, half of them twice
  EXPECT_EQ(total.legs, total.served + total.no_show);
}

TEST(AForecast, IsTheSameForTheSameSeedAndAnotherForAnother) {
  EXPECT_EQ(played(scenario()).report.total.wait, played(scenario()).report.total.wait);
  EXPECT_NE(played(scenario()).report.total.wait,
            play_days(scenario(), simulate::sample::day(), kDays, 100).report.total.wait);
}

TEST(AForecast, OfMoreCountersHasShorterWaitsThere) {
  const auto more = changed(scenario(), {.counters = {{kCs, 4}}, .hours = {}});
  EXPECT_LT(mean_wait(played(*more), "cs"), mean_wait(played(scenario()), "cs") / 2);
}

TEST(AForecast, OfShorterHoursTurnsPeopleAway) {
  const auto shorter = changed(scenario(), {.counters = {}, .hours = {{{hours(8), hours(9)}}}});
  const auto before = played(scenario()), after = played(*shorter);
  EXPECT_EQ(before.turned_away, 0U);
  EXPECT_GT(after.turned_away, static_cast<std::uint64_t>(kDays * 20));
  EXPECT_LT(after.report.total.issued, before.report.total.issued);
}

TEST(AForecast, TellsTheQuotaThatTheCountersMake) {
  auto computed = scenario();
  computed.office.services[0].computed_quota = core::ComputedQuota{std::chrono::minutes(6)};
  const std::vector<core::Opening> open{{std::chrono::hours(8), std::chrono::hours(12)}};
  const auto now = changed(computed, {.counters = {}, .hours = open});
  const auto more = changed(computed, {.counters = {{kCs, 3}}, .hours = open});
  EXPECT_EQ(played(*now).quotas.at(kCs), 2 * 240 / 6);
  EXPECT_EQ(played(*more).quotas.at(kCs), 3 * 240 / 6);
}

TEST(AForecast, CanBeMadeOfHabitsThatFitTheOfficeAlone) {
  auto wrong = scenario();
  const auto now = WallTime(std::chrono::sys_days(simulate::sample::day()));
  EXPECT_EQ(misfits(wrong, now), std::vector<std::string>{});
  wrong.habits.services[0].service = ServiceId("massage");
  EXPECT_EQ(misfits(wrong, now).size(), 1U);
}

}  // namespace
}  // namespace panggil::what_if
