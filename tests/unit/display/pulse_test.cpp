#include "display/model/pulse.hpp"

#include <gtest/gtest.h>

namespace panggil::display {
namespace {

TEST(APulse, ComesThreeTimesASecondEachAndThenNoMore) {
  int peaks = 0;
  for (Micros now = 0; now < 10 * kSecond; now += kSecond / 100) {
    const float before = pulse_at(now - kSecond / 100);
    const float after = pulse_at(now + kSecond / 100);
    if (pulse_at(now) > 0.5F && pulse_at(now) >= before && pulse_at(now) > after) ++peaks;
  }
  EXPECT_EQ(peaks, kPulses);
  EXPECT_EQ(pulse_at(kPulses * kPulse), 0);
  EXPECT_LE(kPulses * kPulse, 5 * kSecond) << "longer would have to be stoppable";
}

TEST(APulse, StartsAndEndsAsThePanelEverIs) {
  EXPECT_EQ(pulse_at(-1), 0);
  EXPECT_NEAR(pulse_at(0), 0, 0.001);
  EXPECT_NEAR(pulse_at(kPulse / 2), 1, 0.001);
  EXPECT_NEAR(pulse_at(3 * kPulse - 1), 0, 0.001);
}

TEST(APulse, LetsThePanelRestAfterwards) {
  Micros now = 0;
  int steps = 0;
  while (const auto next = next_pulse_step(now)) {
    ASSERT_GT(*next, now);
    now = *next;
    ++steps;
  }
  EXPECT_GE(now, kPulses * kPulse);
  EXPECT_LE(steps, 100);
}

}  // namespace
}  // namespace panggil::display
