/// \file
/// Events and refusals in words, all their fields included: what the tests of the core compare, and read when
/// one fails.
#pragma once

#include <string>

#include "dispatcher/core/decide.hpp"

namespace panggil::core {

/// `called A002 at 1, call 2 (earliest: waited 3 min)` and the like.
std::string narrate(const EventBody& body);
/// All of them with `; ` between, or `nothing`; a refusal is `no: ` and its code as on the wire.
std::string narrate(const Result<std::vector<EventBody>, Rejection>& decision);
std::string narrate(ErrorCode code);
std::string narrate(TicketState state);

}  // namespace panggil::core
