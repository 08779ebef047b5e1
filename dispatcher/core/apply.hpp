/// \file
/// The only mutation of a State. Live and in replay the same.
#pragma once

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// \pre event.seq == state.seq + 1, and decide() or due() made the body for this state.
/// \throws std::logic_error when the event cannot have happened in this state, a gap in `seq` included: a
/// bug, or a
///   journal that is not ours. The state is then to be thrown away.
void apply(State& state, const Event& event);

}  // namespace panggil::core
