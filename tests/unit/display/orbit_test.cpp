#include "display/model/orbit.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "display/model/model.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {

TEST(TheOrbit, GoesOnePixelAStepAndStaysNear) {
  for (int step = 0; step < 2 * kOrbitSteps; ++step) {
    const auto here = orbit_at(step);
    const auto next = orbit_at(step + 1);
    EXPECT_EQ(std::abs(next.x - here.x) + std::abs(next.y - here.y), 1) << step;
    EXPECT_LE(std::max(std::abs(here.x), std::abs(here.y)), kOrbitRadius);
  }
  EXPECT_EQ(orbit_at(0), orbit_at(kOrbitSteps));
}

TEST(TheOrbit, MovesWithTheClockSMinuteButNotDuringACall) {
  Model model(AreaId("hall"), "", 0);
  const auto see = [&](double seconds) {
    const auto now = static_cast<Micros>(seconds * 1e6);
    model.take(beat(100, seconds), now);
    model.advance(now);
    model.presented(now);
    return model.scene(now).orbit;
  };
  EXPECT_EQ(see(0), 0);
  EXPECT_EQ(see(59), 0);
  EXPECT_EQ(see(61), 1);
  model.take(call(1, 119), 119 * kSecond);
  EXPECT_EQ(see(119), 1);
  EXPECT_EQ(see(121), 1) << "somebody reads a call";
  EXPECT_EQ(see(150), 2);
}

}  // namespace
}  // namespace panggil::display
