#include "common/statistics/visits.hpp"

#include <map>
#include <utility>

namespace panggil::statistics {
namespace {

/// Where a ticket is on its way.
struct Visit {
  std::size_t leg;                   ///< its present one, in the list of all
  std::optional<Stamp> called_at{};  ///< while it is at a counter
  std::optional<Stamp> started_at{};
};

class Walk {
 public:
  std::vector<Leg> through(const Events& events, const std::string& today) {
    for (const auto& event : events) take(event);
    for (auto& leg : legs_)
      if (leg.end == LegEnd::kOpen && leg.day < today) leg.end = LegEnd::kExpired;
    return std::move(legs_);
  }

 private:
  void take(const protocol::Event& event) {
    if (event.kind == "day-started") return visits_.clear();
    if (event.kind == "counter-opened") officers_[*event.counter] = event.officer.value_or("");
    if (event.kind == "counter-closed") officers_.erase(*event.counter);
    if (event.kind == "ticket-issued") return issue(event);
    if (!event.ticket) return;
    // One that was issued in events that are lost is passed over.
    const auto found = visits_.find(*event.ticket);
    if (found != visits_.end()) go_on(found->second, event);
  }

  void issue(const protocol::Event& event) {
    visits_.insert_or_assign(*event.ticket, Visit{legs_.size()});
    legs_.push_back({event.day, *event.ticket, 0, event.service.value_or(""), event.ticket_class.value_or(""),
                     event.channel.value_or(""), event.at});
  }

  void go_on(Visit& visit, const protocol::Event& event) {
    if (event.kind == "ticket-called") {
      call(visit, event);
    } else if (event.kind == "service-started") {
      start(visit, event);
    } else if (event.kind == "ticket-completed") {
      leave_counter(visit, event, event.then ? LegEnd::kMovedOn : LegEnd::kServed);
      if (event.then) join(visit, event, *event.then);
    } else if (event.kind == "ticket-transferred") {
      leave_counter(visit, event, LegEnd::kTransferred);
      join(visit, event, event.service.value_or(leg(visit).service));
    } else if (event.kind == "ticket-held") {
      leave_counter(visit, event, LegEnd::kOpen);
    } else if (event.kind == "ticket-skipped") {
      visit.called_at.reset();
      leg(visit).end = LegEnd::kNoShow;
    } else if (event.kind == "ticket-reinstated") {
      leg(visit).end = LegEnd::kOpen;
    } else if (event.kind == "ticket-cancelled") {
      leg(visit).end = LegEnd::kCancelled;
    }
  }

  void call(Visit& visit, const protocol::Event& event) {
    auto& called = leg(visit);
    called.end = LegEnd::kOpen;
    if (!called.called_at) called.called_at = event.at;
    called.counter = event.counter.value_or("");
    const auto officer = officers_.find(called.counter);
    called.officer = officer == officers_.end() ? "" : officer->second;
    visit.called_at = event.at;
    visit.started_at.reset();
  }

  void start(Visit& visit, const protocol::Event& event) {
    visit.started_at = event.at;
    if (visit.called_at) leg(visit).walk = event.at.time - visit.called_at->time;
  }

  void leave_counter(Visit& visit, const protocol::Event& event, LegEnd end) {
    auto& left = leg(visit);
    left.end = end;
    const auto since = visit.started_at ? visit.started_at : visit.called_at;
    if (since) left.served_for += event.at.time - since->time;
    visit.called_at.reset();
    visit.started_at.reset();
  }

  /// The next leg of the visit begins.
  void join(Visit& visit, const protocol::Event& event, const std::string& service) {
    const auto& last = leg(visit);
    Leg next{last.day, last.ticket, last.number + 1, service, last.ticket_class, last.channel, event.at};
    visit.leg = legs_.size();
    legs_.push_back(std::move(next));
  }

  Leg& leg(const Visit& visit) { return legs_[visit.leg]; }

  std::vector<Leg> legs_;
  std::map<std::string, Visit> visits_;
  std::map<std::string, std::string> officers_;  ///< by counter
};

}  // namespace

std::optional<Millis> Leg::wait() const {
  return called_at ? std::optional(called_at->time - joined_at.time) : std::nullopt;
}

std::optional<Millis> Leg::service_time() const {
  const bool was_served = end == LegEnd::kServed || end == LegEnd::kMovedOn || end == LegEnd::kTransferred;
  return was_served ? std::optional(served_for) : std::nullopt;
}

std::vector<Leg> legs_of(const Events& events, const std::string& today) {
  return Walk().through(events, today);
}

}  // namespace panggil::statistics
