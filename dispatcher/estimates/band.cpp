#include "dispatcher/estimates/band.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace panggil::estimates {
namespace {

/// How often a band should hold: 8 people in 10, and a little more so that no day falls far short.
constexpr double kHold = 0.82;
constexpr double kStep = 0.0015;

double step(double minutes) {
  if (minutes < 10) return 1;
  if (minutes < 60) return 5;
  return minutes < 120 ? 10 : 30;
}

}  // namespace

Band rounded(const Band& band) {
  assert(Minutes(0) <= band.low && band.low <= band.high);
  const double low = band.low.count(), high = band.high.count();
  const double down = std::floor(low / step(low)) * step(low);
  const double up = std::ceil(high / step(high)) * step(high);
  return {Minutes(down), Minutes(std::max(up, down + 1))};
}

void Aim::learn(bool held) {
  // In balance when kHold of them hold.
  tail_ = std::clamp(tail_ + kStep * (held ? 1 - kHold : -kHold), 0.02, 0.35);
}

}  // namespace panggil::estimates
