#include "tests/sim/core/ledger.hpp"

#include <algorithm>

namespace panggil::core {

std::optional<std::string> Ledger::take(const Event& event) {
  if (event.seq != ++seq_) return "a gap in the sequence";
  pages_.emplace(seq_, page());
  auto wrong = std::visit([this](const auto& body) { return take(body); }, event.body);
  if (!wrong && event.day != day_) wrong = "an event of another day";
  return wrong;
}

Ledger::Wrong Ledger::take(const DayStarted& body) {
  if (day_ && body.day <= *day_) return "the service day went back";
  day_ = body.day;
  tickets_.clear();
  current_.clear();
  series_.clear();
  issued_.clear();
  services_.clear();
  pages_.clear();
  called_.clear();
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const CounterOpened& body) {
  open_.insert(body.counter);
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const CounterPaused& body) {
  open_.erase(body.counter);
  if (current_.contains(body.counter)) return "a counter paused with a person at it";
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const CounterClosed& body) {
  open_.erase(body.counter);
  if (current_.contains(body.counter)) return "a counter closed with a person at it";
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const TicketIssued& body) {
  if (!tickets_.emplace(body.ticket, "waiting").second) return "one number for two tickets";
  if (suspended_.contains(body.service)) return "a ticket of a suspended service";
  issued_.emplace(body.ticket, body);
  services_.emplace(body.ticket, body.service);
  auto& last = series_[body.prefix];
  if (body.number != last + 1) return "a number of the series was left out or given twice";
  last = body.number;
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const TicketCalled& body) {
  if (auto wrong = count_call(body.call)) return wrong;
  if (!open_.contains(body.counter)) return "a call to a counter that is not open";
  if (std::ranges::any_of(current_, [&](const auto& each) { return each.second == body.ticket; })) {
    return "a ticket at two counters";
  }
  if (!current_.emplace(body.counter, body.ticket).second) return "two tickets at one counter";
  const auto issued = issued_.find(body.ticket);
  if (issued != issued_.end() && !body.out_of_order)
    called_[services_.at(body.ticket)].push_back(issued->second.ticket_class);
  const std::set<std::string> from = body.out_of_order ? std::set<std::string>{"waiting", "no_show", "held"}
                                                       : std::set<std::string>{"waiting"};
  return move(body.ticket, from, "called");
}

Ledger::Wrong Ledger::take(const TicketRecalled& body) {
  if (auto wrong = count_call(body.call)) return wrong;
  const auto at = current_.find(body.counter);
  if (at == current_.end() || at->second != body.ticket) return "a recall of a ticket that is not there";
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const ServiceStarted& body) {
  return move(body.ticket, {"called"}, "serving");
}

Ledger::Wrong Ledger::take(const TicketCompleted& body) {
  if (auto wrong = leave(body.ticket, body.counter)) return wrong;
  if (body.then) services_.insert_or_assign(body.ticket, *body.then);
  return move(body.ticket, {"called", "serving"}, body.then ? "waiting" : "completed");
}

Ledger::Wrong Ledger::take(const TicketSkipped& body) {
  if (auto wrong = leave(body.ticket, body.counter)) return wrong;
  return move(body.ticket, {"called"}, "no_show");
}

Ledger::Wrong Ledger::take(const TicketReinstated& body) {
  return move(body.ticket, {"no_show"}, "waiting");
}

Ledger::Wrong Ledger::take(const TicketCancelled& body) {
  return move(body.ticket, {"waiting", "held"}, "cancelled");
}

Ledger::Wrong Ledger::take(const TicketHeld& body) {
  if (auto wrong = leave(body.ticket, body.counter)) return wrong;
  return move(body.ticket, {"called", "serving"}, "held");
}

Ledger::Wrong Ledger::take(const TicketTransferred& body) {
  if (auto wrong = leave(body.ticket, body.counter)) return wrong;
  services_.insert_or_assign(body.ticket, body.service);
  return move(body.ticket, {"called", "serving"}, "waiting");
}

Ledger::Wrong Ledger::take(const TicketReleased& body) {
  if (open_.contains(body.counter)) return "a ticket is released by a counter that is open";
  return move(body.ticket, {"waiting"}, "waiting");
}

/// Of the page before the action only what belongs to its counter and its tickets: others have gone on since.
Ledger::Wrong Ledger::take(const ActionUndone& body) {
  const auto found = pages_.find(body.first);
  if (found == pages_.end()) return "an action of another day is undone";
  const auto& before = found->second;
  current_.erase(body.counter);
  if (before.current.contains(body.counter)) current_.emplace(body.counter, before.current.at(body.counter));
  open_.erase(body.counter);
  if (before.open.contains(body.counter)) open_.insert(body.counter);
  for (const auto& each : body.tickets) {
    const auto now_for = services_.at(each.ticket);
    const bool was_called =
        before.tickets.at(each.ticket) != "called" && tickets_.at(each.ticket) == "called";
    tickets_.insert_or_assign(each.ticket, before.tickets.at(each.ticket));
    services_.insert_or_assign(each.ticket, before.services.at(each.ticket));
    if (!was_called) continue;
    called_.erase(now_for);
    if (before.called.contains(now_for)) called_.emplace(now_for, before.called.at(now_for));
  }
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const NoticePosted& body) {
  if (!notices_ever_.insert(body.notice.text()).second) return "one number for two notices";
  notices_.insert(body.notice.text());
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const NoticeCleared& body) {
  if (notices_.erase(body.notice.text()) == 0) return "a notice cleared that does not stand";
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const ServiceSuspended& body) {
  if (!suspended_.insert(body.service).second) return "a service suspended twice";
  return std::nullopt;
}

Ledger::Wrong Ledger::take(const ServiceRestored& body) {
  if (suspended_.erase(body.service) == 0) return "a service restored that was not suspended";
  return std::nullopt;
}

std::pair<std::optional<ClassId>, int> Ledger::turns(const ServiceId& service) const {
  const auto found = called_.find(service);
  if (found == called_.end()) return {std::nullopt, 0};
  const auto& classes = found->second;
  const auto other = std::find_if(classes.rbegin(), classes.rend(),
                                  [&](const auto& each) { return each != classes.back(); });
  return {classes.back(), static_cast<int>(other - classes.rbegin())};
}

Ledger::Wrong Ledger::move(const TicketNumber& ticket, const std::set<std::string>& from,
                           const std::string& to) {
  const auto found = tickets_.find(ticket);
  if (found == tickets_.end()) return "a ticket that was never issued";
  if (!from.contains(found->second)) return "from " + found->second + " to " + to;
  found->second = to;
  return std::nullopt;
}

Ledger::Wrong Ledger::count_call(CallNumber call) {
  if (call != ++calls_) return "a call number left out or given twice";
  return std::nullopt;
}

Ledger::Wrong Ledger::leave(const TicketNumber& ticket, const CounterId& counter) {
  const auto at = current_.find(counter);
  if (at == current_.end() || at->second != ticket) return "a ticket leaves a counter where it is not";
  current_.erase(at);
  return std::nullopt;
}

}  // namespace panggil::core
