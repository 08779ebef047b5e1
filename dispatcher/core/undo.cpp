#include "dispatcher/core/undo.hpp"

#include <algorithm>

#include "dispatcher/core/applying.hpp"
#include "dispatcher/core/refusals.hpp"

namespace panggil::core {
namespace {

/// A member of the event's body, if it has one of that name and it says anything.
std::optional<CounterId> counter_of(const EventBody& body) {
  return std::visit(
      [](const auto& each) -> std::optional<CounterId> {
        if constexpr (requires { each.counter; }) return each.counter;
        return std::nullopt;
      },
      body);
}

std::optional<TicketNumber> ticket_of(const EventBody& body) {
  return std::visit(
      [](const auto& each) -> std::optional<TicketNumber> {
        if constexpr (requires { each.ticket; }) return each.ticket;
        return std::nullopt;
      },
      body);
}

bool touched(const Undoable& action, const TicketNumber& number) {
  return std::ranges::find(action.tickets, number, &Ticket::number) != action.tickets.end();
}

/// What this event, at `here` or nowhere, builds on.
struct Foundation {
  std::optional<CounterId> here;
  const Ticket* ticket;  ///< that it changes; null: none there already
  bool calls;

  bool holds(const CounterId& counter, const Undoable& action) const {
    if (counter == here || !ticket) return false;
    return touched(action, ticket->number) || (calls && action.service == ticket->service);
  }
};

/// One action with the event before it.
bool continues(const EventBody& body) {
  const auto* call = std::get_if<TicketCalled>(&body);
  return call ? call->continues : std::holds_alternative<TicketReleased>(body);
}

/// The counter's image to add to: a new one, but where the event belongs to the action before it.
Undoable& image(State& state, const CounterId& counter, const Event& event) {
  auto& kept = state.undoable[counter];
  if (!continues(event.body) || kept.last + 1 != event.seq) {
    kept.first = event.seq;
    kept.at = event.at;
    // Part by part: what stands there already is overwritten where it is, and nothing taken from the heap.
    kept.status = state.counter(counter);
    kept.events.clear();
    kept.tickets.clear();
    kept.service.reset();
    kept.turns = {};
    kept.last_called.reset();
  }
  kept.last = event.seq;
  return kept;
}

void keep(Undoable& image, const State& state, const Ticket& ticket, bool called) {
  if (!touched(image, ticket.number)) image.tickets.push_back(ticket);
  if (!called) return;
  const auto& queue = state.queue(ticket.service);
  image.service = ticket.service;
  image.turns = queue.turns;
  image.last_called = queue.last_called;
}

/// The office's file may have lost since what the ticket needs to be as it was.
bool has_place_for(const Office& office, const Ticket& ticket) {
  return office.find(ticket.service) && (!ticket.reserved_for || office.find(*ticket.reserved_for));
}

}  // namespace

Decision decide_at(const AtCounter& here, const Undo&) {
  const auto found = here.state.undoable.find(here.counter.id);
  if (found == here.state.undoable.end()) return fail(refusals::nothing_to_undo(here.counter.id));
  const auto& action = found->second;
  // A clock that has gone back tells no more than one that has gone on.
  const bool possible = std::ranges::all_of(
      action.tickets, [&](const Ticket& before) { return has_place_for(here.office, before); });
  if (!possible || std::chrono::abs(here.now - action.at) > kUndoPatience) {
    return fail(refusals::nothing_to_undo(here.counter.id));
  }
  ActionUndone undone{here.counter.id, action.first, action.last, {}, action.events};
  for (const auto& ticket : action.tickets) undone.tickets.push_back({ticket.number, ticket.state});
  return std::vector<EventBody>{std::move(undone)};
}

void keep_for_undo(State& state, const Event& event) {
  if (std::holds_alternative<ActionUndone>(event.body)) return;
  const bool calls = std::holds_alternative<TicketCalled>(event.body);
  const auto number = ticket_of(event.body);
  const auto* ticket = number ? state.find(*number) : nullptr;
  const Foundation foundation{counter_of(event.body), ticket, calls};
  std::erase_if(state.undoable, [&](const auto& each) { return foundation.holds(each.first, each.second); });
  if (!foundation.here) return;
  if (event.by == kDispatcher) return void(state.undoable.erase(*foundation.here));
  auto& kept = image(state, *foundation.here, event);
  kept.events.push_back({kind(event.body), number});
  if (ticket) keep(kept, state, *ticket, calls);
}

void Applying::operator()(const ActionUndone& body) {
  const auto found = state_.undoable.find(body.counter);
  require(
      found != state_.undoable.end() && found->second.first == body.first && found->second.last == body.last,
      "the counter's last action is another one");
  const auto action = std::move(found->second);
  state_.undoable.erase(found);
  for (const auto& before : action.tickets) {
    auto& changed = ticket(before.number);
    state_.leave_line(changed);
    changed = before;
    state_.enter_line(changed);
  }
  state_.counters[body.counter] = action.status;
  if (!action.service) return;
  auto& queue = state_.queues[*action.service];
  queue.turns = action.turns;
  queue.last_called = action.last_called;
}

}  // namespace panggil::core
