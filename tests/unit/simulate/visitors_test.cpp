#include "simulate/model/visitors.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

std::vector<Visitor> everybody(std::uint64_t seed) {
  return visitors(sample::habits(), *Zone::find("Asia/Jakarta"), sample::day(), seed);
}

TEST(Visitors, ComeByTimeWithinTheHoursTheyComeIn) {
  const auto all = everybody(1);
  ASSERT_FALSE(all.empty());
  EXPECT_TRUE(
      std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.at < b.at; }));
  EXPECT_GE(all.front().at, sample::at(8));
  EXPECT_LT(all.back().at, sample::at(10));
}

TEST(Visitors, AreAsManyAsTheRatesSayAndOfAllKinds) {
  std::size_t count = 0, priority = 0, absent = 0, going_on = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed)
    for (const Visitor& visitor : everybody(seed)) {
      ++count;
      priority += visitor.ticket_class.has_value();
      absent += !visitor.person.comes;
      going_on += visitor.person.goes_on_after.has_value();
    }
  const auto share = [&](std::size_t part) { return static_cast<double>(part) / static_cast<double>(count); };
  EXPECT_NEAR(static_cast<double>(count) / 50, 80, 4);  // two hours at forty
  EXPECT_NEAR(share(priority), 0.25, 0.03);
  EXPECT_NEAR(share(absent), 0.1, 0.02);
  EXPECT_NEAR(share(going_on), 0.5, 0.03);
}

TEST(Visitors, AreTheSameForTheSameSeed) {
  const auto one = everybody(9), same = everybody(9), other = everybody(10);
  ASSERT_EQ(one.size(), same.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].at, same[i].at);
    EXPECT_EQ(one[i].person.service_time, same[i].person.service_time);
  }
  EXPECT_NE(one.front().at, other.front().at);
}

TEST(Visitors, KeepTheirClassOnTheNextLeg) {
  const Habits habits = sample::habits();
  Visitor before = everybody(1).front();
  before.ticket_class = ClassId("priority");
  Draw draw(1, "on");
  const Visitor after = going_on(habits, before, sample::at(9), draw);
  EXPECT_EQ(after.service, ServiceId("interview"));
  EXPECT_EQ(after.ticket_class, ClassId("priority"));
  EXPECT_EQ(after.person.service_time, std::chrono::minutes(3));
  EXPECT_FALSE(after.person.goes_on_after);
}

}  // namespace
}  // namespace panggil::simulate
