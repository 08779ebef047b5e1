#include "dispatcher/core/state.hpp"

namespace panggil::core {

bool stands_in_line(TicketState state) {
  return state == TicketState::kWaiting || state == TicketState::kHeld || state == TicketState::kNoShow;
}

void Turns::take(const ClassId& ticket_class) {
  if (last == ticket_class) {
    ++in_a_row;
    return;
  }
  last = ticket_class;
  in_a_row = 1;
}

std::size_t Queue::waiting() const {
  std::size_t count = first.size();
  for (const auto& [ticket_class, line] : lines) count += line.size();
  return count;
}

void Queue::enter(const Ticket& ticket) {
  if (ticket.state == TicketState::kNoShow) no_shows.insert({ticket.ended_at.value(), ticket.number});
  if (ticket.state == TicketState::kHeld) held.insert({ticket.ended_at.value(), ticket.number});
  if (ticket.state != TicketState::kWaiting) return;
  (ticket.first ? first : lines[ticket.ticket_class]).insert({ticket.queued_at, ticket.number});
}

bool Queue::leave(const Ticket& ticket) {
  if (ticket.state == TicketState::kNoShow)
    return no_shows.erase({ticket.ended_at.value(), ticket.number}) == 1;
  if (ticket.state == TicketState::kHeld) return held.erase({ticket.ended_at.value(), ticket.number}) == 1;
  if (ticket.state != TicketState::kWaiting) return false;
  const Place place{ticket.queued_at, ticket.number};
  if (ticket.first) return first.erase(place) == 1;
  const auto line = lines.find(ticket.ticket_class);
  const bool stood = line != lines.end() && line->second.erase(place) == 1;
  if (stood && line->second.empty()) lines.erase(line);
  return stood;
}

const Ticket* State::find(const TicketNumber& number) const {
  const auto found = tickets.find(number);
  return found == tickets.end() ? nullptr : &found->second;
}

const Queue& State::queue(const ServiceId& service) const {
  static const Queue kEmpty;
  const auto found = queues.find(service);
  return found == queues.end() ? kEmpty : found->second;
}

const CounterStatus& State::counter(const CounterId& counter) const {
  static const CounterStatus kClosed;
  const auto found = counters.find(counter);
  return found == counters.end() ? kClosed : found->second;
}

void State::enter_line(const Ticket& ticket) {
  if (!stands_in_line(ticket.state)) return;
  if (!ticket.reserved_for) return queues[ticket.service].enter(ticket);
  reserved[*ticket.reserved_for].line_of(ticket).insert({ticket.queued_at, ticket.number});
}

bool State::leave_line(const Ticket& ticket) {
  if (!stands_in_line(ticket.state)) return false;
  if (!ticket.reserved_for) return queues[ticket.service].leave(ticket);
  const auto found = reserved.find(*ticket.reserved_for);
  if (found == reserved.end()) return false;
  const bool stood = found->second.line_of(ticket).erase({ticket.queued_at, ticket.number}) == 1;
  if (found->second.waiting() == 0) reserved.erase(found);
  return stood;
}

}  // namespace panggil::core
