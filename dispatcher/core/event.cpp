#include "dispatcher/core/event.hpp"

namespace panggil::core {
namespace {

// Kept for ever in journals and topics: a name once given never changes.
struct Kind {
  std::string_view operator()(const DayStarted&) const { return "day-started"; }
  std::string_view operator()(const CounterOpened&) const { return "counter-opened"; }
  std::string_view operator()(const CounterPaused&) const { return "counter-paused"; }
  std::string_view operator()(const CounterClosed&) const { return "counter-closed"; }
  std::string_view operator()(const TicketIssued&) const { return "ticket-issued"; }
  std::string_view operator()(const TicketCalled&) const { return "ticket-called"; }
  std::string_view operator()(const TicketRecalled&) const { return "ticket-recalled"; }
  std::string_view operator()(const ServiceStarted&) const { return "service-started"; }
  std::string_view operator()(const TicketCompleted&) const { return "ticket-completed"; }
  std::string_view operator()(const TicketSkipped&) const { return "ticket-skipped"; }
  std::string_view operator()(const TicketReinstated&) const { return "ticket-reinstated"; }
  std::string_view operator()(const TicketCancelled&) const { return "ticket-cancelled"; }
  std::string_view operator()(const TicketHeld&) const { return "ticket-held"; }
  std::string_view operator()(const TicketTransferred&) const { return "ticket-transferred"; }
  std::string_view operator()(const TicketReleased&) const { return "ticket-released"; }
  std::string_view operator()(const ActionUndone&) const { return "action-undone"; }
  std::string_view operator()(const NoticePosted&) const { return "notice-posted"; }
  std::string_view operator()(const NoticeCleared&) const { return "notice-cleared"; }
  std::string_view operator()(const ServiceSuspended&) const { return "service-suspended"; }
  std::string_view operator()(const ServiceRestored&) const { return "service-restored"; }
};

}  // namespace

std::string_view kind(const EventBody& body) {
  return std::visit(Kind{}, body);
}

}  // namespace panggil::core
