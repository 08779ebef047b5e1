#include "tests/sim/core/history.hpp"

#include <algorithm>

#include "dispatcher/core/access.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/invariants.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/core/undo.hpp"
#include "tests/unit/core/narrate.hpp"

namespace panggil::core {
namespace {

using Numbers = std::set<TicketNumber>;

/// Those that are not as they were.
Numbers changed_tickets(const State& before, const State& after) {
  Numbers changed;
  for (const auto& [number, ticket] : after.tickets) {
    const auto* old = before.find(number);
    if (!old || *old != ticket) changed.insert(number);
  }
  for (const auto& [number, ticket] : before.tickets) {
    if (!after.find(number)) changed.insert(number);
  }
  return changed;
}

std::optional<TicketNumber> named_ticket(const Action& action) {
  if (const auto* call = std::get_if<CallTicket>(&action)) return call->ticket;
  if (const auto* reinstate = std::get_if<Reinstate>(&action)) return reinstate->ticket;
  if (const auto* cancel = std::get_if<Cancel>(&action)) return cancel->ticket;
  if (const auto* resume = std::get_if<Resume>(&action)) return resume->ticket;
  return std::nullopt;
}

/// Those whom closing this counter sends to their service's own queue.
Numbers waiting_for(const State& state, const CounterId& counter) {
  Numbers waiting;
  for (const auto& [number, ticket] : state.tickets) {
    if (ticket.reserved_for == counter) waiting.insert(number);
  }
  return waiting;
}

std::optional<CounterId> counter_in(const EventBody& body) {
  return std::visit(
      [](const auto& each) -> std::optional<CounterId> {
        if constexpr (requires { each.counter; }) return each.counter;
        return std::nullopt;
      },
      body);
}

bool is_overdue(const Office& office, const Ticket& ticket, WallTime now) {
  const auto& max_wait = office.find(ticket.service)->max_wait;
  return max_wait && now - ticket.queued_at > *max_wait;
}

WallTime effective_place(const Office& office, const Ticket& ticket) {
  for (const auto& rule : office.selection) {
    const auto* earliest = std::get_if<EarliestRule>(&rule);
    if (!earliest || ticket.first || !earliest->head_start.contains(ticket.ticket_class)) continue;
    return ticket.queued_at - earliest->head_start.at(ticket.ticket_class);
  }
  return ticket.queued_at;
}

std::optional<TicketNumber> newly_last(const EventBody& body) {
  if (const auto* issued = std::get_if<TicketIssued>(&body)) return issued->ticket;
  const auto* transferred = std::get_if<TicketTransferred>(&body);
  if (transferred && transferred->position == Position::kLast) return transferred->ticket;
  const auto* reinstated = std::get_if<TicketReinstated>(&body);
  if (reinstated && reinstated->position == Position::kLast) return reinstated->ticket;
  return std::nullopt;
}

/// A press of these, if it does anything, leaves another ticket current.
bool moves_on(const Action& action) {
  return std::holds_alternative<Next>(action) || std::holds_alternative<CallTicket>(action) ||
         std::holds_alternative<Complete>(action) || std::holds_alternative<Skip>(action) ||
         std::holds_alternative<Hold>(action) || std::holds_alternative<Transfer>(action) ||
         std::holds_alternative<Resume>(action);
}

bool decided_undo_of(const State& before, const std::optional<CounterId>& counter, const Command& command) {
  return counter && std::holds_alternative<Undo>(command.action) && before.undoable.contains(*counter);
}

/// Waits in the same line as `called` did and before it.
bool was_passed_over(const Ticket& other, const Ticket& called) {
  const bool same_line = called.reserved_for
                             ? other.reserved_for == called.reserved_for
                             : !other.reserved_for && other.service == called.service &&
                                   (called.first || other.ticket_class == called.ticket_class);
  return other.state == TicketState::kWaiting && same_line && other.first == called.first &&
         Place{other.queued_at, other.number} < Place{called.queued_at, called.number};
}

}  // namespace

History::History(Office office)
    : office_(std::move(office)),
      now_(office_.zone.to_wall(LocalTime(std::chrono::local_days(*parse_day("2026-11-23"))) +
                                std::chrono::hours(8))) {}

void History::step(const Move& move) {
  now_ += pause_before(move);
  start_days();
  const auto command = command_of(move, state_, now_);
  const auto before = state_;
  const auto counter = may(command.actor.role, command.action)
                           ? counter_of(office_, command).value_or(std::nullopt)
                           : std::nullopt;
  const auto seen = counter ? state_.counter(*counter).ticket : std::nullopt;
  const auto decision = decide(office_, state_, command, now_);
  RC_ASSERT(state_ == before);
  if (decision) {
    happen(*decision, command.actor.client.text());
    check_place(command.actor, *decision);
    check_choice(before, *decision);
    check_line(*decision);
    check_issue(*decision);
  }
  if (decision) check_undo(before, *decision);
  check_reach(before, command);
  if (decision && counter && state_.counter(*counter).ticket != seen) check_double_press(command, seen);
  check_ledger();
  check_replay();
}

void History::start_days() {
  const auto before = state_.day;
  happen(due(office_, state_, now_), "dispatcher");
  RC_ASSERT(due(office_, state_, now_).empty());
  RC_ASSERT(state_.day.has_value());
  RC_ASSERT(!before || *before <= *state_.day);
  RC_ASSERT(next_due(office_, state_, now_) > now_);
}

void History::happen(const std::vector<EventBody>& bodies, const std::string& by) {
  for (const auto& body : bodies) {
    const auto* started = std::get_if<DayStarted>(&body);
    const Event event{state_.seq + 1, now_, started ? started->day : *state_.day, by, body};
    apply(state_, event);
    events_.push_back(event);
    RC_ASSERT(violations(state_) == std::vector<std::string>{});
    const auto wrong = ledger_.take(event);
    if (wrong) RC_FAIL(narrate(body) + ": " + *wrong);
  }
}

void History::check_undo(const State& before, const std::vector<EventBody>& bodies) const {
  const auto* undone = bodies.empty() ? nullptr : std::get_if<ActionUndone>(&bodies.front());
  if (!undone) return;
  RC_ASSERT(undone->last < state_.seq);
  RC_ASSERT(events_[undone->first - 1].at <= now_ + kUndoPatience);
  // The state before the action, made anew from the events alone.
  State then;
  for (Seq seq = 1; seq < undone->first; ++seq) apply(then, events_[seq - 1]);
  RC_ASSERT(state_.counter(undone->counter) == then.counter(undone->counter));
  for (const auto& each : undone->tickets) {
    RC_ASSERT(*state_.find(each.ticket) == *then.find(each.ticket));
    RC_ASSERT(then.find(each.ticket)->state == each.state);
  }
  RC_ASSERT(state_.calls == before.calls);
  RC_ASSERT(state_.series == before.series);
  RC_ASSERT(!state_.undoable.contains(undone->counter));
  if (undone->last + 2 != state_.seq + 1) return;
  // Nothing has happened between: it is as if the action had never been, but for the numbers.
  RC_ASSERT(state_.tickets == then.tickets);
  RC_ASSERT(state_.reserved == then.reserved);
  for (const auto& service : office_.services) RC_ASSERT(state_.queue(service.id) == then.queue(service.id));
}

void History::check_reach(const State& before, const Command& command) const {
  const bool allowed = may(command.actor.role, command.action);
  const auto counter = allowed ? counter_of(office_, command).value_or(std::nullopt) : std::nullopt;
  if (state_.seq == before.seq) RC_ASSERT(state_ == before);
  if (!allowed || (needs_counter(command.action) && !counter)) RC_ASSERT(state_.seq == before.seq);

  Numbers may_change;
  if (const auto named = named_ticket(command.action)) may_change.insert(*named);
  if (counter && needs_counter(command.action)) {
    for (const auto* state : {&before, &state_}) {
      if (const auto& ticket = state->counter(*counter).ticket) may_change.insert(*ticket);
    }
  }
  if (counter && std::holds_alternative<Close>(command.action))
    may_change.merge(waiting_for(before, *counter));
  if (decided_undo_of(before, counter, command)) {
    for (const auto& ticket : before.undoable.at(*counter).tickets) may_change.insert(ticket.number);
  }
  auto changed = changed_tickets(before, state_);
  if (std::holds_alternative<Issue>(command.action)) {
    RC_ASSERT(changed.size() <= 1u);
    changed.clear();
  }
  RC_ASSERT(std::ranges::includes(may_change, changed));
  for (const auto& [id, status] : state_.counters) {
    if (id != counter) RC_ASSERT(status == before.counter(id));
  }
}

void History::check_double_press(const Command& command, const std::optional<TicketNumber>& seen) {
  if (!moves_on(command.action)) return;
  auto again = command;
  again.expect = Expect{seen};
  const auto second = decide(office_, state_, again, now_);
  RC_ASSERT(!second);
  RC_ASSERT(second.error().code == ErrorCode::kConflict);
  RC_ASSERT(second.error().current->ticket != seen);
}

void History::check_place(const Actor& actor, const std::vector<EventBody>& bodies) const {
  for (const auto& body : bodies) {
    const auto counter = counter_in(body);
    if (!counter) continue;
    const bool own = std::ranges::find(actor.counters, *counter) != actor.counters.end();
    RC_ASSERT(actor.role == Role::kSupervisor || (actor.role == Role::kCounter && own));
  }
}

void History::check_choice(const State& before, const std::vector<EventBody>& bodies) const {
  for (const auto& body : bodies) {
    const auto* call = std::get_if<TicketCalled>(&body);
    if (!call) continue;
    const auto& counter = *office_.find(call->counter);
    const auto& called = *before.find(call->ticket);
    const bool own = called.reserved_for == counter.id ||
                     (called.state != TicketState::kWaiting && called.counter == counter.id);
    RC_ASSERT(own || std::ranges::find(counter.services, called.service) != counter.services.end());
    if (call->out_of_order) continue;
    for (const auto& [number, other] : before.tickets) RC_ASSERT(!was_passed_over(other, called));
    check_everybody(before, *call);
  }
}

void History::check_everybody(const State& before, const TicketCalled& call) const {
  const auto& counter = *office_.find(call.counter);
  const auto& called = *before.find(call.ticket);
  for (const auto& [number, other] : before.tickets) {
    const bool compared = office_.services_in_order ? other.service == called.service
                                                    : std::ranges::count(counter.services, other.service) > 0;
    if (!compared || other.state != TicketState::kWaiting || other.reserved_for) continue;
    if (call.why.rule == "overdue") {
      RC_ASSERT(is_overdue(office_, called, now_));
      RC_ASSERT(!is_overdue(office_, other, now_) || called.queued_at <= other.queued_at);
    }
    if (call.why.rule == "earliest")
      RC_ASSERT(effective_place(office_, called) <= effective_place(office_, other));
  }
}

void History::check_line(const std::vector<EventBody>& bodies) const {
  for (const auto& body : bodies) {
    const auto last = newly_last(body);
    if (!last) continue;
    const auto& newest = *state_.find(*last);
    for (const auto& [number, other] : state_.tickets) {
      const bool same_line = other.reserved_for == newest.reserved_for &&
                             (newest.reserved_for || other.service == newest.service);
      const bool waits = other.state == TicketState::kWaiting && same_line && !other.first;
      if (waits) RC_ASSERT(other.queued_at <= newest.queued_at);
    }
  }
}

void History::check_issue(const std::vector<EventBody>& bodies) const {
  for (const auto& body : bodies) {
    const auto* issued = std::get_if<TicketIssued>(&body);
    if (!issued) continue;
    const auto& service = *office_.find(issued->service);
    RC_ASSERT(hours(office_, service, now_).issues(now_));
    RC_ASSERT(issued->number <= office_.last_number);
    RC_ASSERT(!state_.suspended.contains(issued->service));
    if (const auto most = quota(office_, state_, service, *state_.day))
      RC_ASSERT(state_.queue(service.id).issued <= *most);
  }
}

void History::check_ledger() const {
  RC_ASSERT(state_.tickets.size() == ledger_.tickets().size());
  for (const auto& [number, ticket] : state_.tickets)
    RC_ASSERT(narrate(ticket.state) == ledger_.tickets().at(number));
  for (const auto& [id, status] : state_.counters) {
    const auto at = ledger_.current().find(id);
    const auto there = at == ledger_.current().end() ? std::nullopt : std::optional(at->second);
    RC_ASSERT(status.ticket == there);
  }
  for (const auto& service : office_.services) {
    const auto& [last, in_a_row] = state_.queue(service.id).turns;
    RC_ASSERT(std::pair(last, in_a_row) == ledger_.turns(service.id));
  }
}

void History::check_replay() {
  while (replayed_.seq < events_.size()) apply(replayed_, events_[replayed_.seq]);
  RC_ASSERT(replayed_ == state_);
}

void History::check_replay_of_all() const {
  State all;
  for (const auto& event : events_) apply(all, event);
  RC_ASSERT(all == state_);
}

}  // namespace panggil::core
