/// \file
/// A service that gives out no tickets for the moment; those who hold one are served all the same. It stays
/// suspended, over the end of the service day too, until somebody restores it.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

Decision decide_suspend(const Office& office, const State& state, const SuspendService& action);
Decision decide_restore(const Office& office, const State& state, const RestoreService& action);

}  // namespace panggil::core
