/// \file
/// How long people waited, in figures.
#pragma once

#include <vector>

#include "common/base/time.hpp"

namespace panggil::simulate {

struct WaitFigures {
  std::size_t count = 0;
  Seconds mean{0};
  Seconds median{0};
  Seconds p90{0};  ///< nine in ten waited no longer
  friend bool operator==(const WaitFigures&, const WaitFigures&) = default;
};

/// All zero of none.
WaitFigures figures(std::vector<Seconds> waits);

}  // namespace panggil::simulate
