/// \file
/// What every decision at a counter looks at, and asks.
#pragma once

#include "dispatcher/core/decide.hpp"

namespace panggil::core {

using Decision = Result<std::vector<EventBody>, Rejection>;

/// A counter, and all that a decision about it looks at.
struct AtCounter {
  const Office& office;
  const State& state;
  const Counter& counter;
  const CounterStatus& status;
  WallTime now;

  /// \pre the counter has a current ticket.
  const Ticket& current() const;
  /// Whether a ticket may be called here: one of a service that the counter takes, one reserved for it, and
  /// one that it has put on hold or skipped itself.
  bool may_call(const Ticket& ticket) const;
};

/// The end of the current service, if there is a current ticket; the visit may go on.
std::optional<TicketCompleted> completion(const AtCounter& here);

/// The call of a certain ticket, and what is said of why.
TicketCalled chosen(const AtCounter& here, const Ticket& ticket);

Decision no_current_ticket(const AtCounter& here);
Decision has_current_ticket(const AtCounter& here);
Decision counter_not_open(const AtCounter& here);

}  // namespace panggil::core
