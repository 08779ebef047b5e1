#include "simulate/office_time.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace panggil::simulate {
namespace {

using sample::at;

MonoTime mono(int ms) {
  return MonoTime(Millis(ms));
}
protocol::Beat beat(WallTime time, std::int64_t mono_ms) {
  return {"epoch", 1, mono_ms, {time, std::chrono::hours(7)}};
}

TEST(OfficeTime, IsNotKnownBeforeTheSecondBeat) {
  OfficeTime time;
  EXPECT_FALSE(time.known());
  time.take(beat(at(8), 1000), mono(5));
  EXPECT_FALSE(time.known());
  time.take(beat(at(8, 5), 1500), mono(505));
  EXPECT_TRUE(time.known());
}

TEST(OfficeTime, RunsAsFastAsTheBeatsSay) {
  OfficeTime time;
  time.take(beat(at(8), 1000), mono(0));
  time.take(beat(at(8, 5), 1500), mono(500));
  EXPECT_DOUBLE_EQ(time.speed(), 600);
  EXPECT_EQ(time.now(mono(500)), at(8, 5));
  EXPECT_EQ(time.now(mono(600)), at(8, 6));
  EXPECT_EQ(time.offset(), std::chrono::hours(7));
}

TEST(OfficeTime, TellsWhenItWillBeWhatTime) {
  OfficeTime time;
  time.take(beat(at(8), 1000), mono(0));
  time.take(beat(at(8, 5), 1500), mono(500));
  EXPECT_GE(time.when(at(8, 6)), mono(600));
  EXPECT_LE(time.when(at(8, 6)), mono(602));
}

TEST(OfficeTime, NeverGoesBack) {
  OfficeTime time;
  time.take(beat(at(8), 1000), mono(0));
  time.take(beat(at(8, 5), 1500), mono(500));
  EXPECT_EQ(time.now(mono(700)), at(8, 7));
  time.take(beat(at(8, 6), 1600), mono(700));  // it had been late on its way
  EXPECT_EQ(time.now(mono(700)), at(8, 7));
}

TEST(OfficeTime, StandsStillWithoutBeats) {
  OfficeTime time;
  time.take(beat(at(8), 1000), mono(0));
  time.take(beat(at(8, 0, 1), 2000), mono(1000));
  EXPECT_EQ(time.now(mono(60'000)), at(8, 0, 4));
}

TEST(OfficeTime, BeginsAnewWithANewRunOfTheDispatcher) {
  OfficeTime time;
  time.take(beat(at(8), 9'000'000), mono(0));
  time.take(beat(at(8, 5), 9'000'500), mono(500));
  time.take(beat(at(8, 10), 1000), mono(2000));
  time.take(beat(at(8, 11), 1500), mono(2500));
  EXPECT_DOUBLE_EQ(time.speed(), 120);
}

}  // namespace
}  // namespace panggil::simulate
