/// \file
/// How each kind of event changes the state. For apply.cpp and its neighbours only.
#pragma once

#include <fmt/format.h>

#include <stdexcept>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// Takes one event in. Checks first and changes afterwards, but a throw may leave a change half done all the
/// same.
class Applying {
 public:
  Applying(State& state, const Event& event) : state_(state), event_(event) {}

  void operator()(const DayStarted& body);
  void operator()(const CounterOpened& body);
  void operator()(const CounterPaused& body);
  void operator()(const CounterClosed& body);
  void operator()(const TicketIssued& body);
  void operator()(const TicketCalled& body);
  void operator()(const TicketRecalled& body);
  void operator()(const ServiceStarted& body);
  void operator()(const TicketCompleted& body);
  void operator()(const TicketSkipped& body);
  void operator()(const TicketReinstated& body);
  void operator()(const TicketCancelled& body);
  void operator()(const TicketHeld& body);
  void operator()(const TicketTransferred& body);
  void operator()(const TicketReleased& body);
  void operator()(const ActionUndone& body);
  void operator()(const NoticePosted& body);
  void operator()(const NoticeCleared& body);
  void operator()(const ServiceSuspended& body);
  void operator()(const ServiceRestored& body);

 private:
  void require(bool holds, std::string_view what) const {
    if (holds) return;
    throw std::logic_error(
        fmt::format("event {} ({}) cannot have happened: {}", event_.seq, kind(event_.body), what));
  }

  Ticket& ticket(const TicketNumber& number) {
    const auto found = state_.tickets.find(number);
    require(found != state_.tickets.end(), "there is no such ticket");
    return found->second;
  }

  Ticket& current(const TicketNumber& number, const CounterId& counter) {
    require(state_.counter(counter).ticket == number, "the ticket is not current at the counter");
    return ticket(number);
  }

  void change(CounterStatus& counter, CounterState state) const {
    require(!counter.ticket, "the counter has a current ticket");
    if (counter.state != state) counter.since = event_.at;
    counter.state = state;
  }

  /// The latest place among those who wait where this one will, if it is later than the event: the clock may
  /// have gone back, and still nobody who comes now comes before them.
  WallTime latest_place(const Ticket& ticket) const;

  void leave_line(const Ticket& ticket) {
    require(state_.leave_line(ticket), "the ticket does not stand in its line");
  }
  /// The visit goes on elsewhere.
  void end_leg(Ticket& ticket) const;
  /// Has a ticket that stands nowhere wait, for what it says it waits for.
  void queue_up(Ticket& ticket, Position position);
  void wait_again(Ticket& ticket, bool first, WallTime place);

  /// A call or its repetition: the next call number, kept at the counter.
  void announce(Ticket& ticket, CounterStatus& counter, const CounterId& id, CallNumber number, bool recall);

  void leave_counter(const CounterId& counter) { state_.counters[counter].ticket.reset(); }

  void end(Ticket& ticket, TicketState state) const {
    ticket.state = state;
    ticket.ended_at = event_.at;
  }

  State& state_;
  const Event& event_;
};

}  // namespace panggil::core
