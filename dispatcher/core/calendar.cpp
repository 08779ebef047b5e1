#include "dispatcher/core/calendar.hpp"

#include <algorithm>
#include <tuple>

#include "dispatcher/core/openings.hpp"

namespace panggil::core {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

WallTime starts(const Office& office, local_days day) {
  return office.zone.to_wall(LocalTime(day) + office.day_starts);
}

/// Open for so long, nobody is told when that ends.
constexpr days kForeseen{14};

struct Outlook {
  Hours hours{false, std::nullopt, std::nullopt};
  std::optional<WallTime> changes_at;  ///< earliest after now
};

/// Takes the service days that are not over, one after the other, until they have told what hours() asks.
class Reading {
 public:
  Reading(std::chrono::minutes last_ticket, WallTime now) : last_ticket_(last_ticket), now_(now) {}

  /// \pre !day.empty() \returns false when enough is known.
  bool take(const std::vector<Interval>& day) {
    const WallTime last = day.back().until - last_ticket_;
    return std::ranges::all_of(day, [&](const Interval& opening) {
      look_at(opening, last);
      return !outlook_.hours.opens_at && !outlook_.hours.issues(now_);
    });
  }

  const Outlook& outlook() const { return outlook_; }

 private:
  void look_at(const Interval& opening, WallTime last) {
    changes(opening.from);
    if (opening.from <= now_) {
      open(opening, last);
    } else if (!outlook_.hours.issues(now_) && opening.from < last) {
      outlook_.hours.opens_at = opening.from;
    }
  }

  void open(const Interval& opening, WallTime last) {
    outlook_.hours.open = true;
    changes(opening.until);
    if (opening.until - now_ >= kForeseen) return;
    outlook_.hours.closes_at = opening.until;
    if (last >= opening.until) return;
    outlook_.hours.last_ticket_at = last;
    changes(last);
  }

  void changes(WallTime at) {
    if (at > now_ && (!outlook_.changes_at || at < *outlook_.changes_at)) outlook_.changes_at = at;
  }

  std::chrono::minutes last_ticket_;
  WallTime now_;
  Outlook outlook_;
};

Outlook outlook(const Office& office, const Service& service, WallTime now) {
  if (always_open(office, service)) return {{true, std::nullopt, std::nullopt}, std::nullopt};
  Reading reading(service.last_ticket.value_or(office.last_ticket), now);
  Upcoming upcoming(office, service, now);
  for (auto day = upcoming.next_day(); !day.empty() && reading.take(day);) day = upcoming.next_day();
  return reading.outlook();
}

}  // namespace

Day service_day(const Office& office, WallTime now) {
  auto day = std::chrono::floor<days>(office.zone.to_local(now) - office.day_starts);
  // In the hour that a clock change repeats, the clock reads "before the start" a second time; the day stays
  // begun.
  if (now >= starts(office, day + days(1))) day += days(1);
  return Day(day);
}

WallTime next_day_starts(const Office& office, WallTime now) {
  return starts(office, local_days(service_day(office, now)) + days(1));
}

Hours hours(const Office& office, const Service& service, WallTime now) {
  return outlook(office, service, now).hours;
}

std::optional<WallTime> next_change(const Office& office, WallTime now) {
  std::optional<WallTime> next;
  for (const auto& service : office.services) {
    const auto change = outlook(office, service, now).changes_at;
    if (change && (!next || *change < *next)) next = change;
  }
  return next;
}

minutes open_time(const Office& office, const Service& service, Day day) {
  minutes open(0);
  // A service day reaches into the next date where it does not begin at midnight.
  for (const auto& [date, begins, ends] :
       {std::tuple(Day(day), office.day_starts, minutes(days(1))),
        std::tuple(Day(local_days(day) + days(1)), minutes(0), office.day_starts)}) {
    for (const auto& opening : openings_on(office, service, date)) {
      const auto time = std::min(opening.until, ends) - std::max(opening.from, begins);
      open += std::max(time, minutes(0));
    }
  }
  return open;
}

}  // namespace panggil::core
