#include "dispatcher/journal/day_summary.hpp"

#include <algorithm>
#include <numeric>

namespace panggil::journal {
namespace {

template <class Kind>
bool is(const core::Event& event) {
  return std::holds_alternative<Kind>(event.body);
}

/// The smallest wait that `percent` of them do not exceed.
Millis percentile(const std::vector<Millis>& sorted, std::size_t percent) {
  return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

Waits waits_of(std::vector<Millis> waits) {
  std::ranges::sort(waits);
  const Millis sum = std::accumulate(waits.begin(), waits.end(), Millis{});
  return {sum / static_cast<std::int64_t>(waits.size()), percentile(waits, 50), percentile(waits, 90)};
}

}  // namespace

double DaySummary::actions_per_second() const {
  const double seconds = std::chrono::duration<double>(last - first).count();
  return seconds > 0 ? actions / seconds : 0;
}

void DayTally::take(const core::Event& event) {
  if (!before_) summary_.first = event.at;
  summary_.last = event.at;
  count_action(event);
  count(event.body, event.at);
  before_ = event;
}

void DayTally::count_action(const core::Event& event) {
  if (is<core::DayStarted>(event)) return;
  const bool ended_one =
      before_ && (is<core::TicketCompleted>(*before_) || is<core::TicketSkipped>(*before_));
  if (ended_one && is<core::TicketCalled>(event) && before_->at == event.at && before_->by == event.by)
    return;
  ++summary_.actions;
  const auto second = std::chrono::floor<std::chrono::seconds>(event.at);
  if (second != second_) actions_in_second_ = 0;
  second_ = second;
  summary_.busiest_second = std::max(summary_.busiest_second, ++actions_in_second_);
}

void DayTally::count(const core::EventBody& body, WallTime at) {
  if (const auto* issued = std::get_if<core::TicketIssued>(&body)) {
    ++summary_.issued;
    tickets_.insert_or_assign(issued->ticket, Ticket{at});
  } else if (const auto* called = std::get_if<core::TicketCalled>(&body)) {
    ++summary_.calls;
    call(called->ticket, at);
  } else if (std::holds_alternative<core::TicketRecalled>(body)) {
    ++summary_.recalls;
  } else if (const auto* completed = std::get_if<core::TicketCompleted>(&body)) {
    set(completed->ticket, Fate::kServed);
  } else if (const auto* skipped = std::get_if<core::TicketSkipped>(&body)) {
    set(skipped->ticket, Fate::kNoShow);
  } else if (const auto* reinstated = std::get_if<core::TicketReinstated>(&body)) {
    set(reinstated->ticket, Fate::kOpen);
  } else if (const auto* cancelled = std::get_if<core::TicketCancelled>(&body)) {
    set(cancelled->ticket, Fate::kCancelled);
  }
}

void DayTally::call(const TicketNumber& number, WallTime at) {
  const auto ticket = tickets_.find(number);
  if (ticket == tickets_.end()) return;  // issued in events that are lost
  if (!ticket->second.called) waits_.push_back(at - ticket->second.issued_at);
  ticket->second.called = true;
  ticket->second.fate = Fate::kOpen;
}

void DayTally::set(const TicketNumber& number, Fate fate) {
  const auto ticket = tickets_.find(number);
  if (ticket != tickets_.end()) ticket->second.fate = fate;
}

DaySummary DayTally::summary() const {
  DaySummary summary = summary_;
  for (const auto& [number, ticket] : tickets_) {
    switch (ticket.fate) {
      case Fate::kOpen:
        ++summary.left_open;
        break;
      case Fate::kServed:
        ++summary.served;
        break;
      case Fate::kNoShow:
        ++summary.no_show;
        break;
      case Fate::kCancelled:
        ++summary.cancelled;
        break;
    }
  }
  if (!waits_.empty()) summary.waits = waits_of(waits_);
  return summary;
}

}  // namespace panggil::journal
