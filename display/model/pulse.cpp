#include "display/model/pulse.hpp"

#include <cmath>
#include <numbers>

namespace panggil::display {
namespace {
constexpr Micros kStep = kSecond / 30;
}

float pulse_at(Micros since) {
  if (since < 0 || since >= kPulses * kPulse) return 0;
  const double part = static_cast<double>(since % kPulse) / kPulse;
  return static_cast<float>((1 - std::cos(2 * std::numbers::pi * part)) / 2);
}

std::optional<Micros> next_pulse_step(Micros since) {
  if (since >= kPulses * kPulse) return std::nullopt;
  return (since / kStep + 1) * kStep;
}

}  // namespace panggil::display
