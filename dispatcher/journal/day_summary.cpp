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
  count(event);
  before_ = event;
}

bool DayTally::continues(const core::Event& event) const {
  const auto* call = std::get_if<core::TicketCalled>(&event.body);
  if (!call || call->continues) return call != nullptr;
  // Journals of before 0.2 do not say it.
  const bool ended_one =
      before_ && (is<core::TicketCompleted>(*before_) || is<core::TicketSkipped>(*before_));
  return ended_one && before_->at == event.at && before_->by == event.by;
}

void DayTally::count_action(const core::Event& event) {
  if (is<core::DayStarted>(event)) return;
  if (continues(event)) return;
  ++summary_.actions;
  const auto second = std::chrono::floor<std::chrono::seconds>(event.at);
  if (second != second_) actions_in_second_ = 0;
  second_ = second;
  summary_.busiest_second = std::max(summary_.busiest_second, ++actions_in_second_);
}

void DayTally::count(const core::Event& event) {
  const auto& body = event.body;
  if (const auto* issued = std::get_if<core::TicketIssued>(&body)) {
    ++summary_.issued;
    tickets_.insert_or_assign(issued->ticket, Ticket{event.at});
  } else if (const auto* called = std::get_if<core::TicketCalled>(&body)) {
    ++summary_.calls;
    call(called->ticket, event);
  } else if (std::holds_alternative<core::TicketRecalled>(body)) {
    ++summary_.recalls;
  } else if (const auto* completed = std::get_if<core::TicketCompleted>(&body)) {
    set(completed->ticket, completed->then ? Fate::kOpen : Fate::kServed);
  } else if (const auto* skipped = std::get_if<core::TicketSkipped>(&body)) {
    set(skipped->ticket, Fate::kNoShow);
  } else if (const auto* reinstated = std::get_if<core::TicketReinstated>(&body)) {
    set(reinstated->ticket, Fate::kOpen);
  } else if (const auto* cancelled = std::get_if<core::TicketCancelled>(&body)) {
    set(cancelled->ticket, Fate::kCancelled);
  } else if (const auto* undone = std::get_if<core::ActionUndone>(&body)) {
    for (const auto& ticket : undone->tickets) restore(ticket, undone->first);
  }
}

void DayTally::call(const TicketNumber& number, const core::Event& event) {
  const auto found = tickets_.find(number);
  if (found == tickets_.end()) return;  // issued in events that are lost
  auto& ticket = found->second;
  ticket.fate = Fate::kOpen;
  if (ticket.wait) return;
  ticket.wait = event.at - ticket.issued_at;
  ticket.first_called = event.seq;
}

void DayTally::restore(const core::Restored& restored, core::Seq first) {
  const auto found = tickets_.find(restored.ticket);
  if (found == tickets_.end()) return;
  auto& ticket = found->second;
  ticket.fate = fate_of(restored.state);
  if (ticket.first_called >= first) ticket.wait.reset();
}

DayTally::Fate DayTally::fate_of(core::TicketState state) {
  switch (state) {
    case core::TicketState::kCompleted:
      return Fate::kServed;
    case core::TicketState::kNoShow:
      return Fate::kNoShow;
    case core::TicketState::kCancelled:
      return Fate::kCancelled;
    default:
      return Fate::kOpen;
  }
}

void DayTally::set(const TicketNumber& number, Fate fate) {
  const auto ticket = tickets_.find(number);
  if (ticket != tickets_.end()) ticket->second.fate = fate;
}

DaySummary DayTally::summary() const {
  DaySummary summary = summary_;
  std::vector<Millis> waits;
  for (const auto& [number, ticket] : tickets_) {
    if (ticket.wait) waits.push_back(*ticket.wait);
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
  if (!waits.empty()) summary.waits = waits_of(std::move(waits));
  return summary;
}

}  // namespace panggil::journal
