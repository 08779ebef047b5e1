#include "tests/unit/core/narrate.hpp"

#include <fmt/format.h>

#include "common/base/zone.hpp"

namespace panggil::core {
namespace {

std::string_view word(Position position) {
  switch (position) {
    case Position::kSorted:
      return "sorted";
    case Position::kFirst:
      return "first";
    case Position::kLast:
      return "last";
  }
  return "?";
}

struct Words {
  std::string operator()(const DayStarted& e) const { return "day " + to_text(e.day); }
  std::string operator()(const CounterOpened& e) const {
    return fmt::format("opened {}{}", e.counter.text(), e.officer ? " by " + *e.officer : "");
  }
  std::string operator()(const CounterPaused& e) const {
    return fmt::format("paused {}{}", e.counter.text(), e.reason ? " for " + *e.reason : "");
  }
  std::string operator()(const CounterClosed& e) const { return "closed " + e.counter.text(); }
  std::string operator()(const TicketIssued& e) const {
    return fmt::format("issued {} for {} as {} by {}, {} of {}", e.ticket.text(), e.service.text(),
                       e.ticket_class.text(), e.channel.text(), e.number, e.prefix);
  }
  std::string operator()(const TicketCalled& e) const {
    return fmt::format("called {} at {}, call {} ({}: {}){}", e.ticket.text(), e.counter.text(), e.call,
                       e.why.rule, e.why.detail, e.out_of_order ? " out of order" : "");
  }
  std::string operator()(const TicketRecalled& e) const {
    return fmt::format("recalled {} at {}, call {}", e.ticket.text(), e.counter.text(), e.call);
  }
  std::string operator()(const ServiceStarted& e) const {
    return fmt::format("started {} at {}", e.ticket.text(), e.counter.text());
  }
  std::string operator()(const TicketCompleted& e) const {
    return fmt::format("completed {} at {}{}{}", e.ticket.text(), e.counter.text(),
                       e.outcome ? " with " + *e.outcome : "", e.then ? ", on to " + e.then->text() : "");
  }
  std::string operator()(const TicketSkipped& e) const {
    return fmt::format("skipped {} at {}", e.ticket.text(), e.counter.text());
  }
  std::string operator()(const TicketReinstated& e) const {
    return fmt::format("reinstated {} {}", e.ticket.text(), word(e.position));
  }
  std::string operator()(const TicketCancelled& e) const { return "cancelled " + e.ticket.text(); }
  std::string operator()(const TicketHeld& e) const {
    return fmt::format("held {} at {}{}", e.ticket.text(), e.counter.text(),
                       e.reason ? " for " + *e.reason : "");
  }
  std::string operator()(const TicketTransferred& e) const {
    return fmt::format("transferred {} from {} to {}{} {}", e.ticket.text(), e.counter.text(),
                       e.service.text(), e.reserved_for ? " at " + e.reserved_for->text() : "",
                       word(e.position));
  }
  std::string operator()(const TicketReleased& e) const {
    return fmt::format("released {} from {}", e.ticket.text(), e.counter.text());
  }
  std::string operator()(const ActionUndone& e) const {
    std::string told = fmt::format("undid {} to {} at {}", e.first, e.last, e.counter.text());
    for (const auto& each : e.tickets) told += ", " + each.ticket.text() + " " + narrate(each.state);
    return told;
  }
  std::string operator()(const NoticePosted& e) const {
    return fmt::format("posted {} in {}{}", e.notice.text(), e.area ? e.area->text() : "every area",
                       e.until ? " for a while" : "");
  }
  std::string operator()(const NoticeCleared& e) const { return "cleared " + e.notice.text(); }
  std::string operator()(const ServiceSuspended& e) const { return "suspended " + e.service.text(); }
  std::string operator()(const ServiceRestored& e) const { return "restored " + e.service.text(); }
};

}  // namespace

std::string narrate(const EventBody& body) {
  return std::visit(Words{}, body);
}

std::string narrate(const Result<std::vector<EventBody>, Rejection>& decision) {
  if (!decision) return "no: " + narrate(decision.error().code);
  std::string told;
  for (const auto& body : *decision) told += (told.empty() ? "" : "; ") + narrate(body);
  return told.empty() ? "nothing" : told;
}

std::string narrate(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadRequest:
      return "bad_request";
    case ErrorCode::kUnknownAction:
      return "unknown_action";
    case ErrorCode::kUnknownCounter:
      return "unknown_counter";
    case ErrorCode::kUnknownService:
      return "unknown_service";
    case ErrorCode::kUnknownTicket:
      return "unknown_ticket";
    case ErrorCode::kForbidden:
      return "forbidden";
    case ErrorCode::kConflict:
      return "conflict";
    case ErrorCode::kStale:
      return "stale";
    case ErrorCode::kBusy:
      return "busy";
    case ErrorCode::kCounterClosed:
      return "counter_closed";
    case ErrorCode::kHasCurrentTicket:
      return "has_current_ticket";
    case ErrorCode::kNoCurrentTicket:
      return "no_current_ticket";
    case ErrorCode::kWrongState:
      return "wrong_state";
    case ErrorCode::kServiceClosed:
      return "service_closed";
    case ErrorCode::kServiceSuspended:
      return "service_suspended";
    case ErrorCode::kQuotaFull:
      return "quota_full";
    case ErrorCode::kSeriesExhausted:
      return "series_exhausted";
    case ErrorCode::kNothingToUndo:
      return "nothing_to_undo";
    case ErrorCode::kInUse:
      return "in_use";
    case ErrorCode::kBackupFailed:
      return "backup_failed";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "?";
}

std::string narrate(TicketState state) {
  switch (state) {
    case TicketState::kWaiting:
      return "waiting";
    case TicketState::kCalled:
      return "called";
    case TicketState::kServing:
      return "serving";
    case TicketState::kHeld:
      return "held";
    case TicketState::kNoShow:
      return "no_show";
    case TicketState::kCompleted:
      return "completed";
    case TicketState::kCancelled:
      return "cancelled";
    case TicketState::kExpired:
      return "expired";
  }
  return "?";
}

}  // namespace panggil::core
