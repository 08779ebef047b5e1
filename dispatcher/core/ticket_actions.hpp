/// \file
/// What happens to a ticket away from the counters: it comes, comes back, or goes. Who may do it is settled
/// already.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

/// Refused in this order: unknown service, unknown class, service suspended or closed, quota full, numbers
/// used up.
Decision decide_issue(const Office& office, const State& state, const Actor& actor, const Issue& action,
                      WallTime now);
/// \param counter where it is done, if at one: there it can be undone.
Decision decide_reinstate(const Office& office, const State& state, const Reinstate& action,
                          const std::optional<CounterId>& counter);
Decision decide_cancel(const State& state, const Cancel& action, const std::optional<CounterId>& counter);

}  // namespace panggil::core
