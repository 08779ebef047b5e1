#include "dispatcher/estimates/working_time.hpp"

#include <gtest/gtest.h>

namespace panggil::estimates {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

WallTime at(int hour, int minute = 0) {
  return WallTime(hours(24 * 20000 + hour) + minutes(minute));
}

const WorkingTime kDay({{at(8), at(12)}, {at(13), at(16)}});

TEST(WorkingTime, StandsStillInABreak) {
  EXPECT_EQ(kDay.between(at(11, 50), at(13, 10)), minutes(20));
  EXPECT_EQ(kDay.between(at(12, 10), at(12, 50)), minutes(0));
  EXPECT_EQ(kDay.between(at(12, 30), at(13, 5)), minutes(5));
  EXPECT_EQ(kDay.between(at(9), at(10)), minutes(60));
}

TEST(WorkingTime, GoesOnAfterClosingForThoseInside) {
  EXPECT_EQ(kDay.between(at(15, 50), at(16, 20)), minutes(30));
}

TEST(WorkingTime, IsNothingWhenTheClockGoesBack) {
  EXPECT_EQ(kDay.between(at(10), at(9)), minutes(0));
}

TEST(WorkingTime, WaitingIsLengthenedByABreakThatFallsInside) {
  EXPECT_EQ(kDay.lasting(at(11, 50), minutes(20)), minutes(80));
  EXPECT_EQ(kDay.lasting(at(9), minutes(20)), minutes(20));
  EXPECT_EQ(kDay.lasting(at(13, 0), minutes(20)), minutes(20));
  EXPECT_EQ(kDay.lasting(at(11, 50), minutes(10)), minutes(10));
}

TEST(WorkingTime, WhoComesInABreakWaitsForItsEnd) {
  EXPECT_EQ(kDay.lasting(at(12, 40), minutes(5)), minutes(25));
}

TEST(WorkingTime, SeveralBreaksAddUp) {
  const WorkingTime day({{at(8), at(9)}, {at(10), at(11)}, {at(12), at(13)}});
  EXPECT_EQ(day.lasting(at(8, 30), minutes(100)), minutes(220));
}

TEST(WorkingTime, KnowsWhatIsLeftOfTheDay) {
  EXPECT_EQ(kDay.left(at(11)), minutes(240));
  EXPECT_EQ(kDay.left(at(17)), minutes(0));
  EXPECT_EQ(WorkingTime().left(at(17)), std::nullopt);
}

TEST(WorkingTime, WithoutHoursIsTheClocksOwn) {
  EXPECT_EQ(WorkingTime().between(at(1), at(23)), hours(22));
  EXPECT_EQ(WorkingTime().lasting(at(1), minutes(7)), minutes(7));
}

}  // namespace
}  // namespace panggil::estimates
