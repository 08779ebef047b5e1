/// \file
/// Sounds whose length, pitch and strength are known.
#pragma once

#include <cmath>
#include <numbers>

#include "display/sound/samples.hpp"

namespace panggil::sound {
using display::kMillisecond;
using display::kSecond;

inline Samples tone(double hertz, double strength, Micros lasts, unsigned rate = kRate) {
  Samples samples(static_cast<std::size_t>(lasts * rate / kSecond));
  for (std::size_t at = 0; at < samples.size(); ++at)
    samples[at] = static_cast<float>(strength *
                                     std::sin(2 * std::numbers::pi * hertz * static_cast<double>(at) / rate));
  return samples;
}

/// How much of a pitch is in there: 1 for a tone of full strength.
inline double strength_at(const Samples& samples, double hertz) {
  double sine = 0;
  double cosine = 0;
  for (std::size_t at = 0; at < samples.size(); ++at) {
    const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(at) / kRate;
    sine += static_cast<double>(samples[at]) * std::sin(angle);
    cosine += static_cast<double>(samples[at]) * std::cos(angle);
  }
  return 2 * std::hypot(sine, cosine) / static_cast<double>(samples.size());
}

}  // namespace panggil::sound
