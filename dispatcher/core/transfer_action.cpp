#include "dispatcher/core/transfer_action.hpp"

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {

Decision decide_at(const AtCounter& here, const Transfer& action) {
  if (!here.status.ticket) return no_current_ticket(here);
  const auto& ticket = here.current();
  TicketTransferred transferred{ticket.number, here.counter.id, ticket.service, std::nullopt,
                                action.position};
  if (const auto* service = std::get_if<ServiceId>(&action.to)) {
    if (!here.office.find(*service)) return fail(refusals::unknown_service(*service));
    transferred.service = *service;
  } else {
    const auto& counter = std::get<CounterId>(action.to);
    if (!here.office.find(counter)) return fail(refusals::unknown_counter(counter));
    // One that is on a break comes back; behind a closed one somebody may wait for ever.
    const bool closed = here.state.counter(counter).state == CounterState::kClosed;
    if (closed) return fail(refusals::destination_closed(counter));
    transferred.reserved_for = counter;
  }
  return std::vector<EventBody>{std::move(transferred)};
}

}  // namespace panggil::core
