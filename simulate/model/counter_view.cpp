#include "simulate/model/counter_view.hpp"

namespace panggil::simulate {

CounterView::CounterView(const CounterId& counter) {
  counter_.counter = counter.text();
  counter_.state = "closed";
}

protocol::Expect CounterView::expect() const {
  if (!counter_.ticket) return {};
  return {counter_.ticket->ticket};
}

void CounterView::take(const protocol::Counter& seen) {
  // Not "above": the topic of the same event knows more than the answer did.
  if (seen.counter == counter_.counter && seen.seq >= counter_.seq) counter_ = seen;
}

void CounterView::take(const session::Outcome& outcome, WallTime now) {
  const Stamp at{now, std::chrono::minutes(0)};
  if (const auto* done = std::get_if<session::Done>(&outcome)) take(done->answer, at);
  if (const auto* refused = std::get_if<session::Refused>(&outcome)) take(refused->answer, at);
}

void CounterView::take(const protocol::Answer& answer, const Stamp& at) {
  if (answer.seq < counter_.seq) return;
  counter_.seq = answer.seq;
  if (answer.ok())
    std::visit([&](const auto& result) { apply(result, at); }, *answer.result);
  else if (answer.error->current)
    correct(*answer.error->current, at);
}

/// A conflict says who really is there.
void CounterView::correct(const protocol::Expect& current, const Stamp& at) {
  counter_.ticket.reset();
  if (current.ticket)
    counter_.ticket = protocol::CurrentTicket{.ticket = *current.ticket, .state = "called", .called_at = at};
}

void CounterView::apply(const protocol::CallResult& result, const Stamp& at) {
  if (result.completed || result.skipped || result.called) counter_.ticket.reset();
  if (result.called) {
    const auto& called = *result.called;
    counter_.ticket = protocol::CurrentTicket{.ticket = called.ticket,
                                              .service = called.service,
                                              .ticket_class = called.ticket_class,
                                              .channel = called.channel,
                                              .state = "called",
                                              .called_at = at,
                                              .started_at = {},
                                              .call = called.call,
                                              .waited_s = called.waited_s,
                                              .recalls = 0};
  }
  counter_.waiting = result.waiting;
}

void CounterView::apply(const protocol::RecallResult& result, const Stamp&) {
  if (!counter_.ticket || counter_.ticket->ticket != result.recalled.ticket) return;
  ++counter_.ticket->recalls;
  counter_.ticket->call = result.recalled.call;
}

void CounterView::apply(const protocol::CounterResult& result, const Stamp& at) {
  if (counter_.state != result.state) counter_.since = at;
  counter_.state = result.state;
  counter_.officer = result.officer;
  counter_.reason = result.reason;
  counter_.waiting = result.waiting;
}

void CounterView::apply(const protocol::TicketResult& result, const Stamp& at) {
  if (!counter_.ticket || counter_.ticket->ticket != result.ticket) return;
  if (result.state == "serving") {
    counter_.ticket->state = "serving";
    counter_.ticket->started_at = at;
  } else {
    counter_.ticket.reset();
  }
}

void CounterView::apply(const protocol::UndoResult& result, const Stamp& at) {
  counter_.state = result.state;
  counter_.waiting = result.waiting;
  correct({result.ticket ? std::optional(result.ticket->ticket) : std::nullopt}, at);
}

void CounterView::apply(const protocol::IssueResult&, const Stamp&) {}

}  // namespace panggil::simulate
