/// \file
/// What must never be seen in a State, whatever came before.
#pragma once

#include <string>
#include <vector>

#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// One sentence for each invariant that does not hold; empty when all is well. Linear in the tickets of the
/// day.
std::vector<std::string> violations(const State& state);

}  // namespace panggil::core
