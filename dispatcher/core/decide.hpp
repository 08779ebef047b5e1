/// \file
/// The rules: what follows from a command or from the time alone. Pure; the only clock is `now`.
#pragma once

#include <optional>
#include <vector>

#include "common/base/result.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// The events that make the command happen, whole and in order, or why it may not. An empty list is a "yes" that needs
/// no change (a `close` of a closed counter). Applying the events to `state` never fails.
Result<std::vector<EventBody>, Rejection> decide(const Office& office, const State& state, const Command& command,
                                                 WallTime now);

/// What time alone brings about: a new service day. To be asked before every command and at next_due().
std::vector<EventBody> due(const Office& office, const State& state, WallTime now);
/// When to ask due() again, at the latest: the end of the service day of `now`.
WallTime next_due(const Office& office, WallTime now);

}  // namespace panggil::core
