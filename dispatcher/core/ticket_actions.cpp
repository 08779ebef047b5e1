#include "dispatcher/core/ticket_actions.hpp"

#include <algorithm>
#include <cassert>

#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/core/refusals.hpp"
#include "dispatcher/core/series.hpp"

namespace panggil::core {
namespace {

using Events = std::vector<EventBody>;

ChannelId channel_of(Role role) {
  return ChannelId(role == Role::kDesk ? "desk" : "kiosk");
}

/// Why the service gives out no ticket now, if so.
std::optional<Rejection> refuse_issue(const Office& office, const State& state, const Service& service,
                                      WallTime now) {
  if (state.suspended.contains(service.id)) return refusals::service_suspended(service.id);
  const auto opening = hours(office, service, now);
  if (!opening.open) return refusals::service_closed(service.id, opening.opens_at);
  if (!opening.issues(now)) return refusals::last_ticket_taken(service.id, opening.opens_at);
  if (quota_left(office, state, service) == 0) {
    return refusals::quota_full(service.id, *quota(office, state, service, *state.day));
  }
  return std::nullopt;
}

}  // namespace

Decision decide_issue(const Office& office, const State& state, const Actor& actor, const Issue& action,
                      WallTime now) {
  assert(!office.classes.empty());
  const auto* service = office.find(action.service);
  if (!service) return fail(refusals::unknown_service(action.service));
  const auto ticket_class = action.ticket_class.value_or(office.classes.front());
  if (std::ranges::find(office.classes, ticket_class) == office.classes.end()) {
    return fail(refusals::unknown_class(ticket_class, office.classes));
  }
  if (auto refused = refuse_issue(office, state, *service, now)) return fail(std::move(*refused));
  const auto number = next_number(office, state, *service);
  if (!number) return fail(refusals::series_exhausted(*service));
  return Events{TicketIssued{ticket_number(office, *service, *number), service->id, ticket_class,
                             action.channel.value_or(channel_of(actor.role)), service->prefix, *number}};
}

Decision decide_reinstate(const Office& office, const State& state, const Reinstate& action,
                          const std::optional<CounterId>& counter) {
  const auto* ticket = state.find(action.ticket);
  if (!ticket) return fail(refusals::unknown_ticket(action.ticket));
  if (ticket->state != TicketState::kNoShow) return fail(refusals::wrong_state(*ticket));
  // The office's file may have lost it since.
  if (!office.find(ticket->service)) return fail(refusals::unknown_service(ticket->service));
  return Events{TicketReinstated{action.ticket, action.position, counter}};
}

Decision decide_cancel(const State& state, const Cancel& action, const std::optional<CounterId>& counter) {
  const auto* ticket = state.find(action.ticket);
  if (!ticket) return fail(refusals::unknown_ticket(action.ticket));
  const bool in_line = ticket->state == TicketState::kWaiting || ticket->state == TicketState::kHeld;
  if (!in_line) return fail(refusals::wrong_state(*ticket));
  return Events{TicketCancelled{action.ticket, counter}};
}

}  // namespace panggil::core
