#include "dispatcher/core/hold_actions.hpp"

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {

Decision decide_at(const AtCounter& here, const Hold& action) {
  if (!here.status.ticket) return no_current_ticket(here);
  return std::vector<EventBody>{TicketHeld{*here.status.ticket, here.counter.id, action.reason}};
}

Decision decide_at(const AtCounter& here, const Resume& action) {
  if (here.status.state != CounterState::kOpen) return counter_not_open(here);
  if (here.status.ticket) return has_current_ticket(here);
  const auto* ticket = here.state.find(action.ticket);
  if (!ticket) return fail(refusals::unknown_ticket(action.ticket));
  if (ticket->state != TicketState::kHeld) return fail(refusals::wrong_state(*ticket));
  if (!here.may_call(*ticket)) return fail(refusals::not_taken_here(*ticket, here.counter.id));
  return std::vector<EventBody>{chosen(here, *ticket)};
}

}  // namespace panggil::core
