/// \file
/// Against burn-in: the whole scene goes round in a small square, a step a minute.
#pragma once

namespace panggil::display {

inline constexpr int kOrbitRadius = 4;                ///< at 1080 lines
inline constexpr int kOrbitSteps = 8 * kOrbitRadius;  ///< once round

struct Shift {
  int x = 0;
  int y = 0;
  friend bool operator==(const Shift&, const Shift&) = default;
};

/// Where the scene stands after so many steps; each is one further, in one direction.
Shift orbit_at(int steps);

}  // namespace panggil::display
