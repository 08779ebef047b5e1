#include "dispatcher/core/refusals.hpp"

#include <cassert>

namespace panggil::core::refusals {
namespace {

using Facts = std::map<std::string, std::string>;

Rejection refusal(ErrorCode code, std::string text, Facts facts) {
  return {code, std::move(text), std::move(facts), std::nullopt, std::nullopt};
}

Rejection closed(const std::string& text, const ServiceId& service, const std::optional<WallTime>& opens_at) {
  auto refused =
      refusal(ErrorCode::kServiceClosed, opens_at ? text + ".until" : text, {{"service", service.text()}});
  refused.opens_at = opens_at;
  return refused;
}

std::string text_of_state(TicketState state) {
  switch (state) {
    case TicketState::kWaiting:
      return "refused.is_waiting";
    case TicketState::kCalled:
      return "refused.is_called";
    case TicketState::kServing:
      return "refused.is_serving";
    case TicketState::kHeld:
      return "refused.is_held";
    case TicketState::kNoShow:
      return "refused.is_no_show";
    case TicketState::kCompleted:
      return "refused.is_completed";
    case TicketState::kCancelled:
      return "refused.is_cancelled";
    case TicketState::kExpired:
      return "refused.is_expired";
  }
  assert(false);
  return {};
}

}  // namespace

Rejection forbidden(const Actor& actor) {
  return refusal(ErrorCode::kForbidden, "refused.forbidden", {{"client", actor.client.text()}});
}

Rejection not_at_counter(const Actor& actor, const CounterId& counter) {
  return refusal(ErrorCode::kForbidden, "refused.not_at_counter",
                 {{"client", actor.client.text()}, {"counter", counter.text()}});
}

Rejection which_counter(const Actor& actor) {
  return refusal(ErrorCode::kBadRequest, "refused.which_counter", {{"client", actor.client.text()}});
}

Rejection unknown_counter(const CounterId& counter) {
  return refusal(ErrorCode::kUnknownCounter, "refused.unknown_counter", {{"counter", counter.text()}});
}

Rejection unknown_service(const ServiceId& service) {
  return refusal(ErrorCode::kUnknownService, "refused.unknown_service", {{"service", service.text()}});
}

Rejection unknown_class(const ClassId& ticket_class, const std::vector<ClassId>& known) {
  std::string list;
  for (const auto& one : known) list += (list.empty() ? "" : ", ") + one.text();
  return refusal(ErrorCode::kBadRequest, "refused.unknown_class",
                 {{"class", ticket_class.text()}, {"classes", list}});
}

Rejection unknown_ticket(const TicketNumber& ticket) {
  return refusal(ErrorCode::kUnknownTicket, "refused.unknown_ticket", {{"ticket", ticket.text()}});
}

Rejection conflict(const CounterId& counter, const std::optional<TicketNumber>& current,
                   const Expect& expected) {
  Facts facts{{"counter", counter.text()}};
  if (current) facts.emplace("ticket", current->text());
  if (expected.ticket) facts.emplace("expected", expected.ticket->text());
  const auto* text = !current           ? "refused.conflict_none"
                     : !expected.ticket ? "refused.conflict_unexpected"
                                        : "refused.conflict";
  return {ErrorCode::kConflict, text, std::move(facts), Expect{current}, std::nullopt};
}

Rejection counter_closed(const CounterId& counter, CounterState state) {
  assert(state != CounterState::kOpen);
  const auto* text = state == CounterState::kPaused ? "refused.counter_paused" : "refused.counter_closed";
  return refusal(ErrorCode::kCounterClosed, text, {{"counter", counter.text()}});
}

Rejection destination_closed(const CounterId& counter) {
  return refusal(ErrorCode::kCounterClosed, "refused.transfer_closed", {{"counter", counter.text()}});
}

Rejection has_current_ticket(const CounterId& counter, const TicketNumber& ticket) {
  return refusal(ErrorCode::kHasCurrentTicket, "refused.has_current_ticket",
                 {{"counter", counter.text()}, {"ticket", ticket.text()}});
}

Rejection no_current_ticket(const CounterId& counter) {
  return refusal(ErrorCode::kNoCurrentTicket, "refused.no_current_ticket", {{"counter", counter.text()}});
}

Rejection wrong_state(const Ticket& ticket) {
  return refusal(
      ErrorCode::kWrongState, text_of_state(ticket.state),
      {{"ticket", ticket.number.text()}, {"counter", ticket.counter ? ticket.counter->text() : "–"}});
}

Rejection not_taken_here(const Ticket& ticket, const CounterId& counter) {
  return refusal(
      ErrorCode::kForbidden, "refused.not_taken_here",
      {{"ticket", ticket.number.text()}, {"counter", counter.text()}, {"service", ticket.service.text()}});
}

Rejection service_closed(const ServiceId& service, const std::optional<WallTime>& opens_at) {
  return closed("refused.service_closed", service, opens_at);
}

Rejection last_ticket_taken(const ServiceId& service, const std::optional<WallTime>& opens_at) {
  return closed("refused.last_ticket_taken", service, opens_at);
}

Rejection service_suspended(const ServiceId& service) {
  return refusal(ErrorCode::kServiceSuspended, "refused.service_suspended", {{"service", service.text()}});
}

Rejection quota_full(const ServiceId& service, int quota) {
  return refusal(ErrorCode::kQuotaFull, "refused.quota_full",
                 {{"service", service.text()}, {"quota", std::to_string(quota)}});
}

Rejection series_exhausted(const Service& service) {
  return refusal(ErrorCode::kSeriesExhausted, "refused.series_exhausted",
                 {{"service", service.id.text()}, {"prefix", service.prefix}});
}

Rejection nothing_to_undo(const CounterId& counter) {
  return refusal(ErrorCode::kNothingToUndo, "refused.nothing_to_undo", {{"counter", counter.text()}});
}

Rejection unknown_area(const AreaId& area) {
  return refusal(ErrorCode::kBadRequest, "refused.unknown_area", {{"area", area.text()}});
}

Rejection unknown_notice(const NoticeId& notice) {
  return refusal(ErrorCode::kBadRequest, "refused.unknown_notice", {{"notice", notice.text()}});
}

Rejection notice_over() {
  return refusal(ErrorCode::kBadRequest, "refused.notice_over", {});
}

Rejection notice_without_text() {
  return refusal(ErrorCode::kBadRequest, "refused.notice_without_text", {});
}

Rejection too_many_notices(std::size_t most) {
  return refusal(ErrorCode::kBadRequest, "refused.too_many_notices", {{"most", std::to_string(most)}});
}

Rejection service_in_use(const Ticket& ticket) {
  return refusal(ErrorCode::kInUse, "refused.service_in_use",
                 {{"ticket", ticket.number.text()}, {"service", ticket.service.text()}});
}

Rejection class_in_use(const Ticket& ticket) {
  return refusal(ErrorCode::kInUse, "refused.class_in_use",
                 {{"ticket", ticket.number.text()}, {"class", ticket.ticket_class.text()}});
}

Rejection counter_in_use(const Ticket& ticket, const CounterId& counter) {
  return refusal(ErrorCode::kInUse, "refused.counter_in_use",
                 {{"ticket", ticket.number.text()}, {"counter", counter.text()}});
}

Rejection counter_not_closed(const CounterId& counter) {
  return refusal(ErrorCode::kInUse, "refused.counter_not_closed", {{"counter", counter.text()}});
}

Rejection fixed_while_running(const std::string& key) {
  return refusal(ErrorCode::kBadRequest, "refused.fixed_while_running", {{"key", key}});
}

Rejection other_site(const SiteId& site, const SiteId& other) {
  return refusal(ErrorCode::kBadRequest, "refused.other_site",
                 {{"site", site.text()}, {"other", other.text()}});
}

}  // namespace panggil::core::refusals
