#include <gtest/gtest.h>

#include <vector>

#include "waiting_room.hpp"

namespace panggil::estimates {
namespace {

WaitingRoom after_days(int days) {
  WaitingRoom room;
  for (int day = 1; day <= days; ++day) {
    room.begin(day);
    room.estimator.set_counters(kService, 2, at(day, 8));
    for (int hour = 8; hour < 14; ++hour)
      room.hour(day, hour, Minutes(2 + hour % 3), static_cast<std::size_t>(hour % 4));
  }
  return room;
}

std::vector<std::optional<Estimate>> told_on(int day, WaitingRoom& room) {
  std::vector<std::optional<Estimate>> told;
  room.estimator.set_counters(kService, 1, at(day, 8));
  for (int minute = 0; minute < 60; minute += 2) {
    told.push_back(room.come(at(day, 9, minute)));
    if (minute % 3 == 0) room.call(at(day, 9, minute + 1));
  }
  return told;
}

TEST(Experience, RecalledGivesTheSameEstimates) {
  WaitingRoom room = after_days(20);
  room.begin(21);
  auto recalled = Estimator::recalled(Zone(), room.estimator.experience());
  ASSERT_TRUE(recalled);
  WaitingRoom other;
  other.estimator = std::move(*recalled);
  other.begin(21);
  EXPECT_EQ(told_on(21, other), told_on(21, room));
  // And learns on from there alike.
  other.begin(22);
  room.begin(22);
  EXPECT_EQ(other.estimator.experience(), room.estimator.experience());
}

TEST(Experience, OfAnHourIsTheSameWrittenAgain) {
  WaitingRoom room = after_days(3);
  room.begin(4);
  const auto text = room.estimator.experience();
  EXPECT_EQ(Estimator::recalled(Zone(), text)->experience(), text);
  EXPECT_LT(text.size(), 200'000U);
}

TEST(Experience, ThatIsNotWholeIsNotRecalled) {
  WaitingRoom room = after_days(3);
  room.begin(4);
  const auto text = room.estimator.experience();
  EXPECT_FALSE(Estimator::recalled(Zone(), ""));
  EXPECT_FALSE(Estimator::recalled(Zone(), "2" + text.substr(1)));
  EXPECT_FALSE(Estimator::recalled(Zone(), text + "1 "));
  for (std::size_t length = 1; length < text.size(); length += 97)
    EXPECT_FALSE(Estimator::recalled(Zone(), text.substr(0, length)));
}

}  // namespace
}  // namespace panggil::estimates
