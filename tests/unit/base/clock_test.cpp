#include "common/base/clock.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace panggil {
namespace {

using namespace std::chrono_literals;

TEST(ASimulatedClock, StartsWhereItIsToldAndRunsFaster) {
  const WallTime start{1'800'000'000s};
  const SimulatedClock clock(start, 1000);
  const MonoTime before = clock.mono();
  const WallTime first = clock.wall();
  std::this_thread::sleep_for(20ms);
  const WallTime second = clock.wall();
  const Millis real = clock.mono() - before;
  EXPECT_GE(first, start);
  // 20 ms of sleep are 20 s at least, and no more than all that really passed.
  EXPECT_GE(second - first, 20s);
  EXPECT_LE(second - start, (real + 2ms) * 1000);
}

TEST(ASimulatedClock, LeavesMonotonicTimeReal) {
  const SimulatedClock simulated(WallTime{}, 1000);
  const RealClock real;
  EXPECT_LT(simulated.mono() - real.mono(), 1s);
  EXPECT_TRUE(simulated.simulated());
  EXPECT_FALSE(real.simulated());
}

}  // namespace
}  // namespace panggil
