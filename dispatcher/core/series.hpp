/// \file
/// Ticket numbers: a prefix and a count of the service day. Services with one prefix share the count.
#pragma once

#include <optional>

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// The number in its series that the service's next ticket gets; nothing when the day's are used up.
std::optional<int> next_number(const Office& office, const State& state, const Service& service);

/// The prefix and the number with as many digits as office.last_number has: `A017`.
TicketNumber ticket_number(const Office& office, const Service& service, int number);

}  // namespace panggil::core
