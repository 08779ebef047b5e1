// How long people were served on days past, and the quota that is computed from it.
#include "dispatcher/core/service_times.hpp"

#include "common/base/zone.hpp"
#include "dispatcher/core/quota.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

/// Monday to Friday 08:00–12:00 and 13:00–15:00: 360 minutes, at two counters for cs alone.
class ServiceTimesTest : public Hall {
 protected:
  ServiceTimesTest() {
    WeekHours week;
    for (const auto weekday : {1u, 2u, 3u, 4u, 5u}) week[weekday] = {{8h, 12h}, {13h, 15h}};
    office.hours = week;
    office.counters = {{CounterId("1"), {}, {}, {ServiceId("cs")}},
                       {CounterId("2"), {}, {}, {ServiceId("cs")}}};
    office.services[0].computed_quota = ComputedQuota{.service_time = 12min, .measured_days = 2};
  }
  /// So many days after a Monday, so many people, for so long each.
  void day_of(int days, int people, std::chrono::minutes each) {
    now = monday(8h) + std::chrono::days(days);
    at("1", Open{});
    for (int i = 0; i < people; ++i) {
      issued("cs");
      at("1", Next{});
      later(each);
      at("1", Complete{});
    }
  }
  std::optional<int> quota_on(int days) {
    now = monday(8h) + std::chrono::days(days);
    issued("cs");  // and the day has begun
    return quota(office, state, office.services[0], *state.day);
  }
};

TEST_F(ServiceTimesTest, AQuotaGoesByThemOnceEnoughPeopleWereServed) {
  day_of(0, kFewestMeasured - 1, 6min);
  EXPECT_EQ(quota_on(1), 60) << "of 12 minutes, as configured";
  day_of(1, 1, 6min);
  EXPECT_EQ(quota(office, state, office.services[0], *state.day), 60) << "a day's quota is one all day";
  EXPECT_EQ(quota_on(2), 120) << "of 6 minutes, as measured";
}

TEST_F(ServiceTimesTest, OnlyTheLastDaysCountAndEachPersonTheSame) {
  day_of(0, 40, 1min);
  day_of(1, 30, 6min);
  day_of(2, 10, 10min);
  EXPECT_EQ(quota_on(3), 102) << "7 minutes, of forty people";
}

TEST_F(ServiceTimesTest, WhereTheOfficeDoesNotWantThatTheConfiguredTimeStands) {
  office.services[0].computed_quota->measured_days = 0;
  day_of(0, 40, 1min);
  EXPECT_EQ(quota_on(1), 60);
}

TEST_F(ServiceTimesTest, NoShowsForgottenVisitsAndUndoneEndsTellNothing) {
  day_of(0, 1, 10min);
  now = monday(10h);
  issued("cs");
  at("1", Next{});
  later(1min);
  at("1", Skip{});
  issued("cs");
  at("1", Next{});
  later(200min);
  at("1", Complete{});
  issued("cs");
  at("1", Next{});
  later(2min);
  at("1", Complete{});
  at("1", Undo{});
  quota_on(1);
  EXPECT_EQ(state.served.at(ServiceId("cs")),
            (std::deque<ServedDay>{{*parse_day("2026-11-23"), 1, Millis(10min)}}));
}

TEST_F(ServiceTimesTest, EachPartOfAVisitCountsForItsService) {
  office.counters.push_back({CounterId("3"), {}, {}, {ServiceId("interview")}});
  office.services[0].then = ServiceId("interview");
  now = monday(8h);
  for (const auto* counter : {"1", "3"}) at(counter, Open{});
  issued("cs");
  at("1", Next{});
  later(3min);
  at("1", Complete{});
  later(20min);
  at("3", Next{});
  later(9min);
  at("3", Complete{});
  quota_on(1);
  EXPECT_EQ(state.served.at(ServiceId("cs")).back().at_counter, 3min);
  EXPECT_EQ(state.served.at(ServiceId("interview")).back().at_counter, 9min);
}

TEST_F(ServiceTimesTest, NoMoreDaysAreKeptThanMayBeAskedFor) {
  office.hours.reset();
  for (int day = 0; day < static_cast<int>(kKeptServedDays) + 5; ++day) day_of(day, 1, 5min);
  EXPECT_EQ(state.served.at(ServiceId("cs")).size(), kKeptServedDays);
}

}  // namespace
}  // namespace panggil::core
