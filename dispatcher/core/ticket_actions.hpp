/// \file
/// What happens to a ticket away from the counters: it comes, comes back, or goes. Who may do it is settled
/// already.
#pragma once

#include "dispatcher/core/counter_actions.hpp"

namespace panggil::core {

/// Refused in this order: unknown service, unknown class, service closed, quota full, numbers used up.
Decision decide_issue(const Office& office, const State& state, const Actor& actor, const Issue& action,
                      WallTime now);
Decision decide_reinstate(const State& state, const Reinstate& action);
Decision decide_cancel(const State& state, const Cancel& action);

}  // namespace panggil::core
