#include "dispatcher/core/counter_actions.hpp"

#include "dispatcher/core/refusals.hpp"
#include "dispatcher/core/selection.hpp"

namespace panggil::core {
namespace {

using Events = std::vector<EventBody>;

/// \param continues the call is one action with an event before it.
std::optional<TicketCalled> call_next(const AtCounter& here, bool continues) {
  auto choice = choose(here.office, here.state, here.counter, here.now);
  if (!choice) return std::nullopt;
  return TicketCalled{here.state.calls + 1,   choice->ticket, here.counter.id,
                      std::move(choice->why), false,          continues};
}

template <class First>
Events both(std::optional<First> first, std::optional<TicketCalled> call) {
  Events events;
  if (first) events.emplace_back(std::move(*first));
  if (call) events.emplace_back(std::move(*call));
  return events;
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
  Events events{CounterClosed{here.counter.id}};
  // Whoever waits for this counter alone would wait for ever.
  if (const auto found = here.state.reserved.find(here.counter.id); found != here.state.reserved.end()) {
    for (const auto* line : {&found->second.first, &found->second.others}) {
      for (const auto& place : *line) events.emplace_back(TicketReleased{place.number, here.counter.id});
    }
  }
  return events;
}

Decision decide_at(const AtCounter& here, const Next&) {
  if (here.status.state != CounterState::kOpen) return counter_not_open(here);
  return both(completion(here), call_next(here, here.status.ticket.has_value()));
}

Decision decide_at(const AtCounter& here, const CallTicket& action) {
  if (here.status.state != CounterState::kOpen) return counter_not_open(here);
  const auto* ticket = here.state.find(action.ticket);
  if (!ticket) return fail(refusals::unknown_ticket(action.ticket));
  // First: what is over, or at another counter, could be called nowhere.
  if (!stands_in_line(ticket->state)) return fail(refusals::wrong_state(*ticket));
  if (!here.may_call(*ticket)) return fail(refusals::not_taken_here(*ticket, here.counter.id));
  auto call = chosen(here, *ticket);
  call.continues = here.status.ticket.has_value();
  return both(completion(here), std::optional(std::move(call)));
}

Decision decide_at(const AtCounter& here, const Recall&) {
  if (!here.status.ticket) return no_current_ticket(here);
  return Events{TicketRecalled{here.state.calls + 1, *here.status.ticket, here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Start&) {
  if (!here.status.ticket) return no_current_ticket(here);
  if (here.current().state != TicketState::kCalled) return fail(refusals::wrong_state(here.current()));
  return Events{ServiceStarted{*here.status.ticket, here.counter.id}};
}

Decision decide_at(const AtCounter& here, const Complete& action) {
  auto completed = completion(here);
  if (!completed) return no_current_ticket(here);
  completed->outcome = action.outcome;
  if (action.ends_visit) completed->then.reset();
  return Events{std::move(*completed)};
}

Decision decide_at(const AtCounter& here, const Skip& action) {
  if (!here.status.ticket) return no_current_ticket(here);
  if (here.current().state != TicketState::kCalled) return fail(refusals::wrong_state(here.current()));
  const TicketSkipped skipped{*here.status.ticket, here.counter.id};
  return both(std::optional(skipped), action.call_next ? call_next(here, true) : std::nullopt);
}

}  // namespace panggil::core
