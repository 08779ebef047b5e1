#include <algorithm>

#include "dispatcher/core/applying.hpp"

namespace panggil::core {

WallTime Applying::latest_place(const Ticket& ticket) const {
  auto latest = event_.at;
  const auto look_at = [&](const Line& line) {
    if (!line.empty()) latest = std::max(latest, line.rbegin()->at);
  };
  if (ticket.reserved_for) {
    const auto found = state_.reserved.find(*ticket.reserved_for);
    if (found != state_.reserved.end()) look_at(found->second.others);
    return latest;
  }
  for (const auto& [ticket_class, line] : state_.queue(ticket.service).lines) look_at(line);
  return latest;
}

void Applying::wait_again(Ticket& ticket, bool first, WallTime place) {
  ticket.state = TicketState::kWaiting;
  ticket.ended_at.reset();
  ticket.first = first;
  ticket.queued_at = place;
  state_.enter_line(ticket);
}

void Applying::end_leg(Ticket& ticket) const {
  if (ticket.called_at) ticket.earlier_legs.push_back({ticket.service, event_.at - *ticket.called_at});
}

void Applying::queue_up(Ticket& ticket, Position position) {
  // A tie would go by number, and the one who comes back has a low one.
  const auto place = position == Position::kLast ? latest_place(ticket) + Millis(1) : ticket.arrived_at;
  wait_again(ticket, position == Position::kFirst, place);
}

void Applying::announce(Ticket& ticket, CounterStatus& counter, const CounterId& id, CallNumber number,
                        bool recall) {
  require(number == state_.calls + 1, "the call number is not the next one");
  state_.calls = number;
  ticket.last_call = number;
  counter.calls.push_front({number, recall, event_.seq, event_.at, ticket.number, id, ticket.service});
  if (counter.calls.size() > kKeptCalls) counter.calls.pop_back();
}

void Applying::operator()(const TicketIssued& body) {
  require(!state_.find(body.ticket), "the ticket is there already");
  const auto last = state_.series.find(body.prefix);
  require(last == state_.series.end() || body.number > last->second,
          "the number is not above its series' last");
  state_.series[body.prefix] = body.number;
  Ticket ticket{.number = body.ticket,
                .service = body.service,
                .ticket_class = body.ticket_class,
                .channel = body.channel,
                .arrived_at = event_.at,
                .queued_at = event_.at,
                .joined_at = event_.at};
  ticket.queued_at = latest_place(ticket);
  state_.enter_line(state_.tickets.emplace(body.ticket, ticket).first->second);
  ++state_.queues[body.service].issued;
}

void Applying::operator()(const TicketCalled& body) {
  auto& called = ticket(body.ticket);
  auto& counter = state_.counters[body.counter];
  require(counter.state == CounterState::kOpen, "the counter is not open");
  require(!counter.ticket, "the counter has a current ticket");
  leave_line(called);
  called.state = TicketState::kCalled;
  called.first = false;
  called.reserved_for.reset();
  called.called_at = event_.at;
  called.started_at.reset();
  called.ended_at.reset();
  called.counter = body.counter;
  called.recalls = 0;
  counter.ticket = body.ticket;
  auto& queue = state_.queues[called.service];
  queue.last_called = body.ticket;
  if (!body.out_of_order) queue.turns.take(called.ticket_class);
  announce(called, counter, body.counter, body.call, false);
}

void Applying::operator()(const TicketRecalled& body) {
  auto& recalled = current(body.ticket, body.counter);
  ++recalled.recalls;
  announce(recalled, state_.counters[body.counter], body.counter, body.call, true);
}

void Applying::operator()(const ServiceStarted& body) {
  auto& started = current(body.ticket, body.counter);
  require(started.state == TicketState::kCalled, "the ticket is not just called");
  started.state = TicketState::kServing;
  started.started_at = event_.at;
}

void Applying::operator()(const TicketCompleted& body) {
  auto& completed = current(body.ticket, body.counter);
  leave_counter(body.counter);
  if (!body.then) return end(completed, TicketState::kCompleted);
  end_leg(completed);
  completed.service = *body.then;
  completed.joined_at = event_.at;
  // Whoever waits there already came to this desk before.
  wait_again(completed, false, latest_place(completed));
}

void Applying::operator()(const TicketHeld& body) {
  auto& held = current(body.ticket, body.counter);
  end(held, TicketState::kHeld);
  state_.enter_line(held);
  leave_counter(body.counter);
}

void Applying::operator()(const TicketTransferred& body) {
  auto& transferred = current(body.ticket, body.counter);
  leave_counter(body.counter);
  end_leg(transferred);
  transferred.service = body.service;
  transferred.reserved_for = body.reserved_for;
  transferred.joined_at = event_.at;
  queue_up(transferred, body.position);
}

void Applying::operator()(const TicketReleased& body) {
  auto& released = ticket(body.ticket);
  require(released.reserved_for == body.counter, "the ticket does not wait for that counter");
  leave_line(released);
  released.reserved_for.reset();
  state_.enter_line(released);
}

void Applying::operator()(const TicketSkipped& body) {
  auto& skipped = current(body.ticket, body.counter);
  require(skipped.state == TicketState::kCalled, "the ticket is not just called");
  end(skipped, TicketState::kNoShow);
  state_.enter_line(skipped);
  leave_counter(body.counter);
}

void Applying::operator()(const TicketReinstated& body) {
  auto& reinstated = ticket(body.ticket);
  require(reinstated.state == TicketState::kNoShow, "the ticket is no no-show");
  leave_line(reinstated);
  queue_up(reinstated, body.position);
}

void Applying::operator()(const TicketCancelled& body) {
  auto& cancelled = ticket(body.ticket);
  require(cancelled.state == TicketState::kWaiting || cancelled.state == TicketState::kHeld,
          "the ticket does not wait");
  leave_line(cancelled);
  cancelled.first = false;
  cancelled.reserved_for.reset();
  end(cancelled, TicketState::kCancelled);
}

}  // namespace panggil::core
