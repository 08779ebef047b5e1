#include "dispatcher/core/invariants.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace panggil::core {
namespace {

class Check {
 public:
  explicit Check(const State& state) : state_(state) {}

  std::vector<std::string> run() {
    for (const auto& [id, counter] : state_.counters) check_counter(id, counter);
    for (const auto& [number, ticket] : state_.tickets) check_ticket(number, ticket);
    for (const auto& [id, queue] : state_.queues) check_queue(id, queue);
    for (const auto& [id, line] : state_.reserved) check_reserved(id, line);
    for (const auto& [id, action] : state_.undoable) check_undoable(id, action);
    check_counts();
    check_call_numbers();
    return std::move(found_);
  }

 private:
  template <class... Args>
  void require(bool holds, fmt::format_string<Args...> what, Args&&... args) {
    if (!holds) found_.push_back(fmt::format(what, std::forward<Args>(args)...));
  }

  static bool is_current(const Ticket& ticket) {
    return ticket.state == TicketState::kCalled || ticket.state == TicketState::kServing;
  }

  void check_counter(const CounterId& id, const CounterStatus& counter) {
    require(counter.calls.size() <= kKeptCalls, "counter {} keeps {} calls", id.text(), counter.calls.size());
    require(std::ranges::is_sorted(counter.calls, std::ranges::greater{}, &Call::number),
            "the calls of counter {} are out of order", id.text());
    if (!counter.ticket) return;
    require(counter.state == CounterState::kOpen, "counter {} has a current ticket and is not open",
            id.text());
    const auto* ticket = state_.find(*counter.ticket);
    require(ticket && is_current(*ticket) && ticket->counter == id,
            "counter {} has {}, which is not called there", id.text(), counter.ticket->text());
  }

  void check_ticket(const TicketNumber& number, const Ticket& ticket) {
    require(ticket.number == number, "ticket {} is filed as {}", ticket.number.text(), number.text());
    const bool here = ticket.counter && state_.counter(*ticket.counter).ticket == number;
    require(here == is_current(ticket), "ticket {} and its counter disagree on whether it is current",
            number.text());
    require(!ticket.reserved_for || ticket.state == TicketState::kWaiting,
            "ticket {} is reserved for a counter and does not wait", number.text());
    require(!ticket.first || ticket.state == TicketState::kWaiting,
            "ticket {} is put first and does not wait", number.text());
    if (ticket.state == TicketState::kNoShow) {
      ++no_shows_;
      require(ticket.ended_at && state_.queue(ticket.service).no_shows.contains({*ticket.ended_at, number}),
              "ticket {} is a no-show and not listed as one", number.text());
    }
    if (ticket.state == TicketState::kHeld) {
      ++held_;
      require(ticket.ended_at && state_.queue(ticket.service).held.contains({*ticket.ended_at, number}),
              "ticket {} is held and not listed as such", number.text());
    }
    if (ticket.state == TicketState::kWaiting) {
      ++waiting_;
      require(stands_in_line(ticket), "ticket {} waits and stands in no line", number.text());
    }
  }

  bool stands_in_line(const Ticket& ticket) const {
    const Place place{ticket.queued_at, ticket.number};
    if (ticket.reserved_for) {
      const auto found = state_.reserved.find(*ticket.reserved_for);
      if (found == state_.reserved.end()) return false;
      return (ticket.first ? found->second.first : found->second.others).contains(place);
    }
    const auto& queue = state_.queue(ticket.service);
    if (ticket.first) return queue.first.contains(place);
    const auto line = queue.lines.find(ticket.ticket_class);
    return line != queue.lines.end() && line->second.contains(place);
  }

  void check_queue(const ServiceId& id, const Queue& queue) {
    standing_ += queue.waiting();
    listed_ += queue.no_shows.size();
    listed_held_ += queue.held.size();
    issued_ += static_cast<std::size_t>(queue.issued);
    for (const auto& [ticket_class, line] : queue.lines) {
      require(!line.empty(), "service {} keeps an empty line of {}", id.text(), ticket_class.text());
    }
    require((queue.turns.in_a_row > 0) == queue.turns.last.has_value(), "the turns of service {} are muddled",
            id.text());
  }

  void check_reserved(const CounterId& id, const Reserved& line) {
    standing_ += line.waiting();
    require(line.waiting() > 0, "counter {} keeps an empty line of its own", id.text());
  }

  void check_undoable(const CounterId& id, const Undoable& action) {
    require(action.first <= action.last && action.last <= state_.seq,
            "counter {} could undo what has not happened", id.text());
    for (const auto& ticket : action.tickets) {
      require(state_.find(ticket.number), "counter {} could undo what it did with {}, which is not there",
              id.text(), ticket.number.text());
    }
  }

  /// Each waiting ticket stands in its own line, so equal counts leave no place for one that stands twice or
  /// does not wait.
  void check_counts() {
    require(waiting_ == standing_, "{} tickets wait and {} places are taken", waiting_, standing_);
    require(no_shows_ == listed_, "{} tickets are no-shows and {} are listed", no_shows_, listed_);
    require(held_ == listed_held_, "{} tickets are held and {} are listed", held_, listed_held_);
    require(issued_ == state_.tickets.size(), "{} tickets were issued and {} are there", issued_,
            state_.tickets.size());
    require(state_.day || state_.tickets.empty(), "there are tickets before the first day");
  }

  void check_call_numbers() {
    std::vector<CallNumber> numbers;
    for (const auto& [id, counter] : state_.counters) {
      for (const auto& call : counter.calls) numbers.push_back(call.number);
    }
    std::ranges::sort(numbers);
    require(std::ranges::adjacent_find(numbers) == numbers.end(), "a call number was given twice");
    require(numbers.empty() || numbers.back() <= state_.calls, "call {} is beyond the last one, {}",
            numbers.empty() ? 0 : numbers.back(), state_.calls);
  }

  const State& state_;
  std::vector<std::string> found_;
  std::size_t waiting_ = 0;   ///< tickets
  std::size_t standing_ = 0;  ///< places in lines
  std::size_t no_shows_ = 0;
  std::size_t listed_ = 0;
  std::size_t held_ = 0;
  std::size_t listed_held_ = 0;
  std::size_t issued_ = 0;
};

}  // namespace

std::vector<std::string> violations(const State& state) {
  return Check(state).run();
}

}  // namespace panggil::core
