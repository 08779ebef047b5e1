// Quotas, configured and computed.
#include "dispatcher/core/quota.hpp"

#include "common/base/zone.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::core {
namespace {

/// Monday to Friday 08:00–12:00 and 13:00–15:00: 360 minutes. Counter 1 takes cs, 2 cs and interview, 3
/// interview; nobody takes pickup.
class QuotaTest : public Hall {
 protected:
  QuotaTest() {
    WeekHours week;
    for (const auto weekday : {1u, 2u, 3u, 4u, 5u}) week[weekday] = {{8h, 12h}, {13h, 15h}};
    office.hours = week;
    office.last_ticket = 1h;
    cs().computed_quota = ComputedQuota{12min};
  }
  Service& cs() { return office.services[0]; }
  std::optional<int> on(std::string_view date) const {
    return quota(office, state, office.services[0], *parse_day(date));
  }
};

TEST_F(QuotaTest, IsCountersTimesOpenMinutesByServiceTime) {
  office.counters = {{CounterId("1"), {}, {}, {ServiceId("cs")}},
                     {CounterId("2"), {}, {}, {ServiceId("cs")}}};
  EXPECT_EQ(on("2026-11-23"), 2 * 360 / 12);
  cs().computed_quota = ComputedQuota{7min};
  EXPECT_EQ(on("2026-11-23"), 102) << "102.8, rounded down";
}

TEST_F(QuotaTest, ASharedCounterCountsForAnEqualPartOfEachOfItsServices) {
  EXPECT_EQ(on("2026-11-23"), 45) << "one and a half counters";
}

TEST_F(QuotaTest, OnlyServicesThatAreOpenThatDayShareACounter) {
  WeekHours saturdays;
  saturdays[6] = {{8h, 12h}};
  office.services[1].hours = saturdays;
  EXPECT_EQ(on("2026-11-23"), 60);
}

TEST_F(QuotaTest, ThirdsMakeAWhole) {
  office.counters.clear();
  for (const auto* id : {"1", "2", "3"})
    office.counters.push_back(
        {CounterId(id), {}, {}, {ServiceId("cs"), ServiceId("interview"), ServiceId("pickup")}});
  EXPECT_EQ(on("2026-11-23"), 30);
}

TEST_F(QuotaTest, GoesByTheDaysOwnHours) {
  office.exceptional_days[*parse_day("2026-11-24")] = {{8h, 10h}};
  office.exceptional_days[*parse_day("2026-11-25")] = {};
  EXPECT_EQ(on("2026-11-24"), 15);
  EXPECT_EQ(on("2026-11-25"), 0);
}

TEST_F(QuotaTest, MayTakeAnotherServiceTimeThanTheConfiguredOne) {
  EXPECT_EQ(computed_quota(office, cs(), *parse_day("2026-11-23"), 6min), 90);
}

TEST_F(QuotaTest, ThatIsComputedIsFullAsAnyOther) {
  cs().computed_quota = ComputedQuota{300min};
  now = monday(8h);
  EXPECT_EQ(on("2026-11-23"), 1);
  EXPECT_EQ(issued("cs"), "A001");
  EXPECT_EQ(quota_left(office, state, cs()), 0);
  EXPECT_EQ(does(kiosk(), issue("cs")), "no: quota_full");
  now = monday(32h);
  EXPECT_EQ(issued("cs"), "A001") << "the next day has its own";
}

TEST_F(QuotaTest, IsNoneWhereNoneIsConfigured) {
  cs().computed_quota.reset();
  EXPECT_EQ(on("2026-11-23"), std::nullopt);
  EXPECT_EQ(quota_left(office, state, cs()), std::nullopt);
  cs().quota = 7;
  EXPECT_EQ(on("2026-11-23"), 7);
}

}  // namespace
}  // namespace panggil::core
