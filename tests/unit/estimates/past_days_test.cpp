#include "dispatcher/estimates/past_days.hpp"

#include <gtest/gtest.h>

namespace panggil::estimates {
namespace {

using std::chrono::Monday;
using std::chrono::Tuesday;

DayOfWork calls_at(std::size_t hour, double calls, double busy) {
  DayOfWork day{};
  day[hour] = {.busy = busy, .calls = calls};
  return day;
}

double gap(const Work& work) {
  return work.busy / work.calls;
}

TEST(PastDays, KnowNothingAtFirst) {
  EXPECT_EQ(PastDays().around(Monday, 10).calls, 0);
  EXPECT_EQ(PastDays().all().calls, 0);
}

TEST(PastDays, TellTheHoursApart) {
  PastDays past;
  past.add(Monday, calls_at(8, 10, 20));
  past.add(Monday, calls_at(14, 10, 100));
  EXPECT_NEAR(gap(past.around(Monday, 8.5)), 2, 0.1);
  EXPECT_NEAR(gap(past.around(Monday, 14.5)), 10, 0.1);
}

TEST(PastDays, TrustTheSameWeekdayMore) {
  PastDays past;
  past.add(Monday, calls_at(10, 10, 20));
  past.add(Tuesday, calls_at(10, 10, 100));
  EXPECT_LT(gap(past.around(Monday, 10.5)), 6);
  EXPECT_GT(gap(past.around(Tuesday, 10.5)), 6);
}

TEST(PastDays, TrustTheNewerMore) {
  PastDays past;
  past.add(Monday, calls_at(10, 10, 20));
  for (int i = 0; i < 60; ++i) past.add(Tuesday, DayOfWork{});
  past.add(Monday, calls_at(10, 10, 100));
  EXPECT_GT(gap(past.all()), 8);
}

}  // namespace
}  // namespace panggil::estimates
