/// \file
/// Undoing a counter's last action. The state keeps what the action changed as it was before; whatever builds
/// on it makes the state forget that, so nothing is ever undone under somebody's feet.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

/// How long an action can be undone.
inline constexpr Millis kUndoPatience{30'000};

/// Refused (kNothingToUndo) when the counter has done nothing yet today, undone its last action already, or
/// done it more than kUndoPatience ago, and when since then something happened to one of its tickets
/// elsewhere or somebody else called from the service that it called from: that choice was made without the
/// one who would be put back.
Decision decide_at(const AtCounter& here, const Undo& action);

/// Before the event is applied: keeps what it is about to change at its counter, and forgets of the others
/// what it builds on. What the dispatcher does by itself cannot be undone.
void keep_for_undo(State& state, const Event& event);

}  // namespace panggil::core
