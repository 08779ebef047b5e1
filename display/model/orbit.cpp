#include "display/model/orbit.hpp"

namespace panggil::display {

Shift orbit_at(int steps) {
  const int along = steps % (2 * kOrbitRadius) - kOrbitRadius;
  switch (steps / (2 * kOrbitRadius) % 4) {
    case 0:
      return {along, -kOrbitRadius};
    case 1:
      return {kOrbitRadius, along};
    case 2:
      return {-along, kOrbitRadius};
    default:
      return {-kOrbitRadius, -along};
  }
}

}  // namespace panggil::display
