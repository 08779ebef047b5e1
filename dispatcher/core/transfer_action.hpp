/// \file
/// On to another desk before the present one has finished its own part.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

/// To a service: the ticket waits there like everybody else. To a counter: it waits for that one alone, which
/// need not take its service, may be closed at the moment, and may be this very one.
Decision decide_at(const AtCounter& here, const Transfer& action);

}  // namespace panggil::core
