/// \file
/// Calls that wait for the live panel, as those see them who have to hurry because of them.
#pragma once

#include "common/protocol/message/board.hpp"
#include "display/model/micros.hpp"

namespace panggil::display {

/// A call has the panel at least so long, if others wait for it.
inline constexpr Micros kHoldWhileOthersWait = 4 * kSecond;

struct WaitingCall {
  const protocol::Call* call;  ///< until the line of calls changes
  Micros came;                 ///< when this display first heard of it
};

}  // namespace panggil::display
