#include "dispatcher/gateway/names.hpp"

#include <algorithm>

namespace panggil::gateway {

std::string_view wire_name(core::TicketState state) {
  switch (state) {
    case core::TicketState::kWaiting:
      return "waiting";
    case core::TicketState::kCalled:
      return "called";
    case core::TicketState::kServing:
      return "serving";
    case core::TicketState::kHeld:
      return "held";
    case core::TicketState::kNoShow:
      return "no_show";
    case core::TicketState::kCompleted:
      return "completed";
    case core::TicketState::kCancelled:
      return "cancelled";
    case core::TicketState::kExpired:
      return "expired";
  }
  return "";
}

std::string_view wire_name(core::CounterState state) {
  switch (state) {
    case core::CounterState::kClosed:
      return "closed";
    case core::CounterState::kOpen:
      return "open";
    case core::CounterState::kPaused:
      return "paused";
  }
  return "";
}

std::string_view wire_name(core::NoticeLevel level) {
  switch (level) {
    case core::NoticeLevel::kInfo:
      return "info";
    case core::NoticeLevel::kWarning:
      return "warning";
    case core::NoticeLevel::kEmergency:
      return "emergency";
  }
  return "";
}

std::string_view wire_name(core::Position position) {
  switch (position) {
    case core::Position::kSorted:
      return "sorted";
    case core::Position::kFirst:
      return "first";
    case core::Position::kLast:
      return "last";
  }
  return "";
}

std::vector<protocol::RestoredTicket> restored_tickets(const core::ActionUndone& undone) {
  std::vector<protocol::RestoredTicket> tickets;
  for (const auto& each : undone.tickets)
    tickets.push_back({each.ticket.text(), std::string(wire_name(each.state))});
  return tickets;
}

std::optional<std::vector<protocol::UndoneEvent>> undone_events(const core::ActionUndone& undone) {
  if (undone.events.empty()) return std::nullopt;
  std::vector<protocol::UndoneEvent> events;
  for (const auto& each : undone.events) {
    events.push_back(
        {std::string(each.kind), each.ticket ? std::optional(each.ticket->text()) : std::nullopt});
  }
  return events;
}

std::int64_t whole_seconds(Millis duration) {
  return std::max<std::int64_t>(0, std::chrono::duration_cast<Seconds>(duration).count());
}

}  // namespace panggil::gateway
