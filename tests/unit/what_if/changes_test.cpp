#include "what_if/changes.hpp"

#include <gtest/gtest.h>

#include "tests/unit/simulate/sample.hpp"
#include "tests/unit/simulate/theatre.hpp"

namespace panggil::what_if {
namespace {

using std::chrono::hours;

Scenario scenario() {
  return {simulate::core_office(), simulate::sample::habits()};
}

const ServiceId kCs("cs");
const ServiceId kInterview("interview");

TEST(Changes, OfNothingLeaveEverything) {
  const auto same = changed(scenario(), {});
  ASSERT_TRUE(same);
  EXPECT_EQ(staffed(*same, kCs), 2);
  EXPECT_EQ(same->habits.officers.size(), 3U);
}

TEST(Changes, AddCountersLikeTheLastOneThatTakesTheService) {
  const auto more = changed(scenario(), {.counters = {{kInterview, 3}}, .hours = {}});
  ASSERT_TRUE(more);
  EXPECT_EQ(staffed(*more, kInterview), 3);
  EXPECT_EQ(staffed(*more, kCs), 2);
  const auto* extra = more->office.find(CounterId("extra-2"));
  ASSERT_NE(extra, nullptr);
  EXPECT_EQ(extra->services, std::vector<ServiceId>{kInterview});
  EXPECT_EQ(more->habits.officers.back().breaks, more->habits.officers.front().breaks);
}

TEST(Changes, TakeTheLastCountersAway) {
  const auto fewer = changed(scenario(), {.counters = {{kCs, 1}}, .hours = {}});
  ASSERT_TRUE(fewer);
  EXPECT_EQ(staffed(*fewer, kCs), 1);
  EXPECT_NE(fewer->office.find(CounterId("1")), nullptr);
  EXPECT_EQ(fewer->office.find(CounterId("2")), nullptr);
}

TEST(Changes, OfHoursAreKeptByTheOfficers) {
  const auto longer =
      changed(scenario(), {.counters = {}, .hours = {{{hours(7), hours(12)}, {hours(13), hours(16)}}}});
  ASSERT_TRUE(longer);
  for (const auto& officer : longer->habits.officers) {
    EXPECT_EQ(officer.from, hours(7));
    EXPECT_EQ(officer.until, hours(16));
    ASSERT_EQ(officer.breaks.size(), 1U);
    EXPECT_EQ(officer.breaks.front().first, hours(12));
  }
}

TEST(Changes, ThatCannotBeAreRefused) {
  EXPECT_FALSE(changed(scenario(), {.counters = {{ServiceId("massage"), 1}}, .hours = {}}));
  auto unstaffed = scenario();
  unstaffed.habits.officers.pop_back();
  EXPECT_FALSE(changed(unstaffed, {.counters = {{kInterview, 2}}, .hours = {}}));
}

}  // namespace
}  // namespace panggil::what_if
