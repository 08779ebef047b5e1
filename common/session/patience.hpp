/// \file
/// How long somebody who asks once waits for whom.
#pragma once

#include "common/base/time.hpp"

namespace panggil::session {

inline constexpr Millis kForTheBroker{3000};
/// For a beat, and for what is retained.
inline constexpr Millis kForTheDispatcher{3000};
/// A status that says offline may be followed by a beat: the dispatcher has just come.
inline constexpr Millis kForOneWhoIsOffline{1100};
/// For what is still to be sent, at the end.
inline constexpr Millis kFarewell{200};

}  // namespace panggil::session
