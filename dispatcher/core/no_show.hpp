/// \file
/// When the dispatcher itself takes somebody who was called, and whose service has not been started, for a
/// no-show: after so many recalls, or so long after the call, whichever comes first, but never within
/// kLastChance of the last announcement. For offices whose officers press `start`.
#pragma once

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// The time to come after the last announcement.
inline constexpr Millis kLastChance{30'000};

/// The no-shows whose time has come. The counters stay without a ticket.
std::vector<EventBody> no_shows_due(const Office& office, const State& state, WallTime now);
/// When the next one's will, if nothing happens before; nothing when nobody is waited for.
std::optional<WallTime> next_no_show_due(const Office& office, const State& state);

}  // namespace panggil::core
