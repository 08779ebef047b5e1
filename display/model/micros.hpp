/// \file
/// Time inside the display: microseconds of a monotonic clock. A whole number, as a fraction of a second kept
/// in a float loses its steps within days.
#pragma once

#include <cstdint>

namespace panggil::display {

using Micros = std::int64_t;

inline constexpr Micros kMillisecond = 1'000;
inline constexpr Micros kSecond = 1'000'000;
inline constexpr Micros kMinute = 60 * kSecond;

}  // namespace panggil::display
