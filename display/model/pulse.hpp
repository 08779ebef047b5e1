/// \file
/// What draws eyes to a call: the panel behind it grows lighter three times, slowly. The number stands still.
#pragma once

#include <optional>

#include "display/model/micros.hpp"

namespace panggil::display {

inline constexpr Micros kPulse = 1 * kSecond;  ///< far below the three flashes a second that may do harm
inline constexpr int kPulses = 3;

/// 0 (as ever) to 1 (lightest), so long after the call came on the screen.
float pulse_at(Micros since);

/// When the panel looks different next, counted alike; nothing: it has come to rest.
std::optional<Micros> next_pulse_step(Micros since);

}  // namespace panggil::display
