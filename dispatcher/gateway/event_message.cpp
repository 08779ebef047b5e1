#include "dispatcher/gateway/names.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil::gateway {
namespace {

struct Fill {
  protocol::Event& message;
  const Zone& zone;

  void operator()(const core::DayStarted&) const {}
  void operator()(const core::CounterOpened& e) const { counter(e.counter); }
  void operator()(const core::CounterPaused& e) const {
    counter(e.counter);
    message.reason = e.reason;
  }
  void operator()(const core::CounterClosed& e) const { counter(e.counter); }
  void operator()(const core::TicketIssued& e) const {
    ticket(e.ticket);
    message.service = e.service.text();
    message.ticket_class = e.ticket_class.text();
    message.channel = e.channel.text();
  }
  void operator()(const core::TicketCalled& e) const {
    called(e);
    message.rule = e.why.rule;
    message.detail = e.why.detail;
  }
  void operator()(const core::TicketRecalled& e) const { called(e); }
  void operator()(const core::ServiceStarted& e) const { at_counter(e); }
  void operator()(const core::TicketCompleted& e) const {
    at_counter(e);
    message.outcome = e.outcome;
    if (e.then) message.then = e.then->text();
  }
  void operator()(const core::TicketSkipped& e) const { at_counter(e); }
  void operator()(const core::TicketReinstated& e) const {
    ticket(e.ticket);
    message.position = wire_name(e.position);
    if (e.counter) counter(*e.counter);
  }
  void operator()(const core::TicketCancelled& e) const {
    ticket(e.ticket);
    if (e.counter) counter(*e.counter);
  }
  void operator()(const core::TicketHeld& e) const {
    at_counter(e);
    message.reason = e.reason;
  }
  void operator()(const core::TicketTransferred& e) const {
    at_counter(e);
    message.service = e.service.text();
    if (e.reserved_for) message.reserved_for = e.reserved_for->text();
    message.position = wire_name(e.position);
  }
  void operator()(const core::TicketReleased& e) const { at_counter(e); }
  void operator()(const core::ActionUndone& e) const {
    counter(e.counter);
    message.first = e.first;
    message.last = e.last;
    message.undone = undone_events(e);
    message.tickets = restored_tickets(e);
  }
  void operator()(const core::NoticePosted& e) const {
    message.notice = e.notice.text();
    if (e.area) message.area = e.area->text();
    message.level = wire_name(e.level);
    message.text = e.text;
    if (e.until) message.until = stamp(zone, *e.until);
  }
  void operator()(const core::NoticeCleared& e) const { message.notice = e.notice.text(); }
  void operator()(const core::ServiceSuspended& e) const { message.service = e.service.text(); }
  void operator()(const core::ServiceRestored& e) const { message.service = e.service.text(); }

 private:
  void ticket(const TicketNumber& number) const { message.ticket = number.text(); }
  void counter(const CounterId& id) const { message.counter = id.text(); }
  template <class E>
  void at_counter(const E& e) const {
    ticket(e.ticket);
    counter(e.counter);
  }
  template <class E>
  void called(const E& e) const {
    at_counter(e);
    message.call = e.call;
  }
};

}  // namespace

protocol::Event event_message(const core::Event& event, const Zone& zone) {
  protocol::Event message;
  message.seq = event.seq;
  message.at = stamp(zone, event.at);
  message.day = to_text(event.day);
  message.kind = core::kind(event.body);
  message.by = event.by;
  std::visit(Fill{message, zone}, event.body);
  return message;
}

}  // namespace panggil::gateway
