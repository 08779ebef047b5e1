#include "dispatcher/core/office_change.hpp"

#include <algorithm>

#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/refusals.hpp"

namespace panggil::core {
namespace {

bool is_open(const Ticket& ticket) {
  switch (ticket.state) {
    case TicketState::kWaiting:
    case TicketState::kCalled:
    case TicketState::kServing:
    case TicketState::kHeld:
      return true;
    default:
      // A no-show of a service that is no more is told so when it comes back.
      return false;
  }
}

bool is_current(const Ticket& ticket) {
  return ticket.state == TicketState::kCalled || ticket.state == TicketState::kServing;
}

std::optional<Rejection> refuse_loss(const Office& fresh, const Ticket& ticket) {
  if (!fresh.find(ticket.service)) return refusals::service_in_use(ticket);
  if (std::ranges::find(fresh.classes, ticket.ticket_class) == fresh.classes.end())
    return refusals::class_in_use(ticket);
  const auto& counter = is_current(ticket) ? ticket.counter : ticket.reserved_for;
  if (counter && !fresh.find(*counter)) return refusals::counter_in_use(ticket, *counter);
  return std::nullopt;
}

/// The key of the file that may not change while numbers of today are about.
std::optional<std::string> changed_numbering(const Office& present, const Office& fresh) {
  if (fresh.zone != present.zone) return "timezone";
  if (fresh.day_starts != present.day_starts) return "day_starts";
  if (fresh.first_number != present.first_number || fresh.last_number != present.last_number)
    return "ticket_numbers";
  for (const auto& service : fresh.services) {
    const auto* before = present.find(service.id);
    if (before && before->prefix != service.prefix) return "services: " + service.id.text() + ": prefix";
  }
  return std::nullopt;
}

}  // namespace

std::optional<Rejection> refuse_loss(const Office& fresh, const State& state, WallTime now) {
  if (!state.day || service_day(fresh, now) > *state.day) return std::nullopt;
  for (const auto& [number, ticket] : state.tickets) {
    if (!is_open(ticket)) continue;
    if (auto refused = refuse_loss(fresh, ticket)) return refused;
  }
  return std::nullopt;
}

std::optional<Rejection> refuse_change(const Office& present, const Office& fresh, const State& state,
                                       WallTime now) {
  if (fresh.site != present.site) return refusals::other_site(present.site, fresh.site);
  if (const auto key = changed_numbering(present, fresh)) return refusals::fixed_while_running(*key);
  if (auto refused = refuse_loss(fresh, state, now)) return refused;
  for (const auto& counter : present.counters) {
    const bool closed = state.counter(counter.id).state == CounterState::kClosed;
    if (!closed && !fresh.find(counter.id)) return refusals::counter_not_closed(counter.id);
  }
  return std::nullopt;
}

}  // namespace panggil::core
