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

/// The events that make the command happen, whole and in order, or why it may not. An empty list is a "yes"
/// that needs no change (a `close` of a closed counter). Applying the events to `state` never fails.
///
/// Asked in this order, and the first "no" is the answer:
///  1. may the actor's role do this at all (kForbidden);
///  2. at which counter: kBadRequest, kUnknownCounter, kForbidden, as counter_of() in access.hpp says;
///  3. `expect`, wherever the counter is known, also for `cancel` and `reinstate` (kConflict);
///  4. what the action itself needs, in counter_actions.hpp, ticket_actions.hpp and the like.
/// \pre due() has been asked for this `now`, and what it gave is applied.
Result<std::vector<EventBody>, Rejection> decide(const Office& office, const State& state,
                                                 const Command& command, WallTime now);

/// What time alone brings about: a new service day, the first ever included; the end of notices; no-shows, if
/// the office wants that. To be asked before every command
/// and at next_due(). A clock that goes back brings nothing about.
std::vector<EventBody> due(const Office& office, const State& state, WallTime now);
/// When to ask due() again, at the latest, if nothing happens before: at the end of the service day of `now`
/// or sooner.
WallTime next_due(const Office& office, const State& state, WallTime now);

}  // namespace panggil::core
