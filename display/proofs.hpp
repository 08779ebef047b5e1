/// \file
/// Proofs of what was on the screen, until the broker has them. Pure.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "common/protocol/message/device.hpp"

namespace panggil::display {

/// Each is told at least once: what went out over a line that was dead is told again over the next one. Of
/// more than kMost the oldest are forgotten.
class Proofs {
 public:
  static constexpr std::size_t kMost = 64;

  void add(const protocol::Shown& shown);
  /// To be sent now, oldest first, and not again in this connection. `connected`: there is one;
  /// `acknowledged`: the broker has all that was sent over it.
  std::vector<protocol::Shown> due(bool connected, bool acknowledged);

 private:
  std::deque<protocol::Shown> kept_;
  std::size_t sent_ = 0;  ///< of those, the oldest, in this connection
};

}  // namespace panggil::display
