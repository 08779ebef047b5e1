#include "dispatcher/core/at_counter.hpp"

#include <algorithm>
#include <cassert>

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {
namespace {

std::string_view said_of(TicketState state) {
  if (state == TicketState::kHeld) return "a held ticket, by its number";
  return state == TicketState::kNoShow ? "a no-show, by its number" : "a waiting ticket, by its number";
}

}  // namespace

const Ticket& AtCounter::current() const {
  const auto* ticket = state.find(*status.ticket);
  assert(ticket);
  return *ticket;
}

bool AtCounter::may_call(const Ticket& ticket) const {
  // The office's file may have lost it since; nobody is to be in the middle of what is not there.
  if (!office.find(ticket.service)) return false;
  if (std::ranges::find(counter.services, ticket.service) != counter.services.end()) return true;
  if (ticket.state == TicketState::kWaiting) return ticket.reserved_for == counter.id;
  return ticket.counter == counter.id;
}

std::optional<TicketCompleted> completion(const AtCounter& here) {
  if (!here.status.ticket) return std::nullopt;
  const auto* service = here.office.find(here.current().service);
  return TicketCompleted{*here.status.ticket, here.counter.id, std::nullopt,
                         service ? service->then : std::nullopt};
}

TicketCalled chosen(const AtCounter& here, const Ticket& ticket) {
  return {here.state.calls + 1,
          ticket.number,
          here.counter.id,
          {"chosen", std::string(said_of(ticket.state))},
          true};
}

Decision no_current_ticket(const AtCounter& here) {
  return fail(refusals::no_current_ticket(here.counter.id));
}

Decision has_current_ticket(const AtCounter& here) {
  return fail(refusals::has_current_ticket(here.counter.id, *here.status.ticket));
}

Decision counter_not_open(const AtCounter& here) {
  return fail(refusals::counter_closed(here.counter.id, here.status.state));
}

}  // namespace panggil::core
