#include "dispatcher/core/counter_actions.hpp"

#include <algorithm>
#include <cassert>

#include "dispatcher/core/refusals.hpp"
#include "dispatcher/core/selection.hpp"

namespace panggil::core {
namespace {

using Events = std::vector<EventBody>;

const Ticket& current(const AtCounter& here) {
  const auto* ticket = here.state.find(*here.status.ticket);
  assert(ticket);
  return *ticket;
}

void complete_current(const AtCounter& here, Events& events) {
  if (here.status.ticket) events.push_back(TicketCompleted{*here.status.ticket, here.counter.id});
}

void call_next(const AtCounter& here, Events& events) {
  auto choice = choose(here.office, here.state, here.counter, here.now);
  if (!choice) return;
  events.push_back(
      TicketCalled{here.state.calls + 1, choice->ticket, here.counter.id, std::move(choice->why), false});
}

bool takes(const Counter& counter, const ServiceId& service) {
  return std::ranges::find(counter.services, service) != counter.services.end();
}

Decision no_current_ticket(const AtCounter& here) {
  return fail(refusals::no_current_ticket(here.counter.id));
}

Decision has_current_ticket(const AtCounter& here) {
  return fail(refusals::has_current_ticket(here.counter.id, *here.status.ticket));
}

Decision counter_closed(const AtCounter& here) {
  return fail(refusals::counter_closed(here.counter.id, here.status.state));
}

}  // namespace

Decision decide_at(const AtCounter& here, const Open& action) {
  const auto& officer = action.officer ? action.officer : here.status.officer;
  if (here.status.state == CounterState::kOpen && here.status.officer == officer) return Events{};
  return Events{CounterOpened{here.counter.id, officer}};
}

Decision decide_at(const AtCounter& here, const Pause& action) {
  if (here.status.ticket) return has_current_ticket(here);
  if (here.status.state == CounterState::kPaused && here.status.reason == action.reason) return Events{};
  return Events{CounterPaused{here.counter.id, action.reason}};
}

Decision decide_at(const AtCounter& here, const Close&) {
  if (here.status.ticket) return has_current_ticket(here);
  if (here.status.state == CounterState::kClosed) return Events{};
  return Events{CounterClosed{here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Next&) {
  if (here.status.state != CounterState::kOpen) return counter_closed(here);
  Events events;
  complete_current(here, events);
  call_next(here, events);
  return events;
}

Decision decide_at(const AtCounter& here, const CallTicket& action) {
  if (here.status.state != CounterState::kOpen) return counter_closed(here);
  const auto* ticket = here.state.find(action.ticket);
  if (!ticket) return fail(refusals::unknown_ticket(action.ticket));
  if (!takes(here.counter, ticket->service)) return fail(refusals::not_taken_here(*ticket, here.counter.id));
  const bool waits = ticket->state == TicketState::kWaiting;
  if (!waits && ticket->state != TicketState::kNoShow) return fail(refusals::wrong_state(*ticket));
  Events events;
  complete_current(here, events);
  const Why why{"chosen", waits ? "a waiting ticket, by its number" : "a no-show, by its number"};
  events.push_back(TicketCalled{here.state.calls + 1, action.ticket, here.counter.id, why, true});
  return events;
}

Decision decide_at(const AtCounter& here, const Recall&) {
  if (!here.status.ticket) return no_current_ticket(here);
  return Events{TicketRecalled{here.state.calls + 1, *here.status.ticket, here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Start&) {
  if (!here.status.ticket) return no_current_ticket(here);
  if (current(here).state != TicketState::kCalled) return fail(refusals::wrong_state(current(here)));
  return Events{ServiceStarted{*here.status.ticket, here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Complete&) {
  if (!here.status.ticket) return no_current_ticket(here);
  return Events{TicketCompleted{*here.status.ticket, here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Skip& action) {
  if (!here.status.ticket) return no_current_ticket(here);
  if (current(here).state != TicketState::kCalled) return fail(refusals::wrong_state(current(here)));
  Events events{TicketSkipped{*here.status.ticket, here.counter.id}};
  if (action.call_next) call_next(here, events);
  return events;
}

}  // namespace panggil::core
