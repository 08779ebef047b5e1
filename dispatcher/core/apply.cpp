#include "dispatcher/core/apply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace panggil::core {
namespace {

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

  /// The latest place among those who wait for the service, if it is later than the event: the clock may have
  /// gone back, and still nobody who comes now comes before them.
  WallTime latest_place(const ServiceId& service) const {
    auto latest = event_.at;
    for (const auto& [ticket_class, line] : state_.queue(service).lines) {
      latest = std::max(latest, line.rbegin()->at);
    }
    return latest;
  }

  void enter_line(const Ticket& ticket) { state_.queues[ticket.service].enter(ticket); }

  void leave_line(const Ticket& ticket) {
    require(state_.queues[ticket.service].leave(ticket), "the ticket does not stand in its line");
  }

  /// A call or its repetition: the next call number, kept at the counter.
  void announce(Ticket& ticket, CounterStatus& counter, const CounterId& id, CallNumber number, bool recall) {
    require(number == state_.calls + 1, "the call number is not the next one");
    state_.calls = number;
    ticket.last_call = number;
    counter.calls.push_front({number, recall, event_.seq, event_.at, ticket.number, id, ticket.service});
    if (counter.calls.size() > kKeptCalls) counter.calls.pop_back();
  }

  void leave_counter(const CounterId& counter) { state_.counters[counter].ticket.reset(); }

  void end(Ticket& ticket, TicketState state) const {
    ticket.state = state;
    ticket.ended_at = event_.at;
  }

  State& state_;
  const Event& event_;
};

void Applying::operator()(const DayStarted& body) {
  require(event_.day == body.day, "the day that starts is not the event's own");
  require(!state_.day || body.day > *state_.day, "the day is not a later one");
  state_.day = body.day;
  state_.tickets.clear();
  state_.queues.clear();
  state_.series.clear();
  for (auto& [id, counter] : state_.counters) {
    counter.ticket.reset();
    counter.calls.clear();
  }
}

void Applying::operator()(const CounterOpened& body) {
  auto& counter = state_.counters[body.counter];
  if (counter.state != CounterState::kOpen) change(counter, CounterState::kOpen);
  counter.officer = body.officer;
  counter.reason.reset();
}

void Applying::operator()(const CounterPaused& body) {
  auto& counter = state_.counters[body.counter];
  change(counter, CounterState::kPaused);
  counter.reason = body.reason;
}

void Applying::operator()(const CounterClosed& body) {
  auto& counter = state_.counters[body.counter];
  change(counter, CounterState::kClosed);
  counter.officer.reset();
  counter.reason.reset();
}

void Applying::operator()(const TicketIssued& body) {
  require(!state_.find(body.ticket), "the ticket is there already");
  const auto last = state_.series.find(body.prefix);
  require(last == state_.series.end() || body.number > last->second,
          "the number is not above its series' last");
  state_.series[body.prefix] = body.number;
  const Ticket ticket{.number = body.ticket,
                      .service = body.service,
                      .ticket_class = body.ticket_class,
                      .channel = body.channel,
                      .arrived_at = event_.at,
                      .queued_at = latest_place(body.service)};
  enter_line(state_.tickets.emplace(body.ticket, ticket).first->second);
  ++state_.queues[body.service].issued;
}

void Applying::operator()(const TicketCalled& body) {
  auto& called = ticket(body.ticket);
  auto& counter = state_.counters[body.counter];
  require(counter.state == CounterState::kOpen, "the counter is not open");
  require(!counter.ticket, "the counter has a current ticket");
  const bool waits = called.state == TicketState::kWaiting;
  require(waits || called.state == TicketState::kNoShow, "the ticket neither waits nor is a no-show");
  leave_line(called);
  called.state = TicketState::kCalled;
  called.first = false;
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
  end(current(body.ticket, body.counter), TicketState::kCompleted);
  leave_counter(body.counter);
}

void Applying::operator()(const TicketSkipped& body) {
  auto& skipped = current(body.ticket, body.counter);
  require(skipped.state == TicketState::kCalled, "the ticket is not just called");
  end(skipped, TicketState::kNoShow);
  enter_line(skipped);
  leave_counter(body.counter);
}

void Applying::operator()(const TicketReinstated& body) {
  auto& reinstated = ticket(body.ticket);
  require(reinstated.state == TicketState::kNoShow, "the ticket is no no-show");
  leave_line(reinstated);
  reinstated.state = TicketState::kWaiting;
  reinstated.ended_at.reset();
  reinstated.first = body.position == Position::kFirst;
  // A tie would go by number, and the one who comes back has a low one.
  reinstated.queued_at =
      body.position == Position::kLast ? latest_place(reinstated.service) + Millis(1) : reinstated.arrived_at;
  enter_line(reinstated);
}

void Applying::operator()(const TicketCancelled& body) {
  auto& cancelled = ticket(body.ticket);
  require(cancelled.state == TicketState::kWaiting, "the ticket does not wait");
  leave_line(cancelled);
  cancelled.first = false;
  end(cancelled, TicketState::kCancelled);
}

}  // namespace

void apply(State& state, const Event& event) {
  if (event.seq != state.seq + 1) {
    throw std::logic_error(fmt::format("event {} does not follow event {}", event.seq, state.seq));
  }
  const bool starts_day = std::holds_alternative<DayStarted>(event.body);
  if (!starts_day && event.day != state.day) {
    throw std::logic_error(fmt::format("event {} belongs to another day than the one begun", event.seq));
  }
  std::visit(Applying(state, event), event.body);
  state.seq = event.seq;
}

}  // namespace panggil::core
