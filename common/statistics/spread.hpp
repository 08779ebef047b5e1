/// \file
/// Many durations in a few figures. Pure.
#pragma once

#include <optional>
#include <vector>

#include "common/base/time.hpp"

namespace panggil::statistics {

struct Spread {
  std::size_t count = 0;
  Millis mean{};
  Millis median{};
  Millis p90{};  ///< the smallest that nine in ten do not exceed
  friend bool operator==(const Spread&, const Spread&) = default;
};

/// Nothing of nothing. The percentiles are among the durations themselves: the smallest that so many do not
/// exceed.
std::optional<Spread> spread_of(std::vector<Millis> durations);

}  // namespace panggil::statistics
