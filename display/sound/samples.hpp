/// \file
/// Sound inside the display: one channel, one rate, 1.0 the loudest that there is.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "display/model/micros.hpp"

namespace panggil::sound {
using display::Micros;

inline constexpr unsigned kRate = 44100;  ///< samples a second

using Samples = std::vector<float>;

inline Micros length(std::size_t samples) {
  return static_cast<Micros>(samples) * display::kSecond / kRate;
}
inline std::size_t samples_in(Micros time) {
  return static_cast<std::size_t>(time * kRate / display::kSecond);
}

inline void append_silence(Samples& to, Micros time) {
  to.resize(to.size() + samples_in(time), 0.0F);
}
inline void append(Samples& to, const Samples& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// Without the silence at both ends, but for a hundredth of a second of it.
inline Samples trimmed(const Samples& samples) {
  constexpr float kHeard = 0.003F;  // -50 dB
  const auto heard = [](float sample) { return std::abs(sample) > kHeard; };
  const auto first = std::find_if(samples.begin(), samples.end(), heard);
  const auto last = std::find_if(samples.rbegin(), samples.rend(), heard).base();
  if (first >= last) return {};
  constexpr std::ptrdiff_t kMargin = kRate / 100;
  return {first - std::min(kMargin, first - samples.begin()), last + std::min(kMargin, samples.end() - last)};
}

}  // namespace panggil::sound
