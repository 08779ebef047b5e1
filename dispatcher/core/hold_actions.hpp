/// \file
/// Out of the line for a while, and straight back to a counter.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

Decision decide_at(const AtCounter& here, const Hold& action);
/// As `call` of a held ticket, but where nobody is: resuming must not end another's service.
Decision decide_at(const AtCounter& here, const Resume& action);

}  // namespace panggil::core
