#include "dispatcher/core/calendar.hpp"

#include <algorithm>

namespace panggil::core {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr days kHorizon{14};

WallTime at_local(const Zone& zone, local_days day, minutes after_midnight) {
  return zone.to_wall(LocalTime(day) + after_midnight);
}

WallTime starts(const Office& office, local_days day) {
  return at_local(office.zone, day, office.day_starts);
}

local_days local_day(const Zone& zone, WallTime now) {
  return std::chrono::floor<days>(zone.to_local(now));
}

/// An opening on a particular day, in wall time: a clock change inside makes it shorter or longer.
struct Interval {
  WallTime from;
  WallTime until;
};

/// Takes the openings that are not over at `now`, oldest first, until they have told what hours() asks.
class Reading {
 public:
  explicit Reading(WallTime now) : now_(now) {}

  /// False when enough is known.
  bool take(const Interval& opening) {
    if (opening.until <= now_ || opening.from >= opening.until) return true;
    if (hours_.open) return extend(opening);
    if (opening.from > now_) {
      hours_.opens_at = opening.from;
      return false;
    }
    hours_.open = true;
    hours_.closes_at = opening.until;
    return true;
  }

  const Hours& hours() const { return hours_; }

 private:
  /// Openings that touch are one: midnight closes nobody who is open round the clock.
  bool extend(const Interval& opening) {
    if (opening.from > hours_.closes_at) return false;
    hours_.closes_at = std::max(*hours_.closes_at, opening.until);
    return true;
  }

  WallTime now_;
  Hours hours_{false, std::nullopt, std::nullopt};
};

Hours read(const Zone& zone, const WeekHours& week, WallTime now) {
  Reading reading(now);
  const auto today = local_day(zone, now);
  for (auto day = today; day <= today + kHorizon; day += days(1)) {
    for (const auto& opening : week[std::chrono::weekday(day).c_encoding()]) {
      if (!reading.take({at_local(zone, day, opening.from), at_local(zone, day, opening.until)})) {
        return reading.hours();
      }
    }
  }
  auto hours = reading.hours();
  // Still open at the end of what was looked at: as good as always.
  if (hours.open && *hours.closes_at >= at_local(zone, today + kHorizon + days(1), minutes(0)))
    hours.closes_at.reset();
  return hours;
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
  const auto& week = service.hours ? service.hours : office.hours;
  if (!week) return {true, std::nullopt, std::nullopt};
  return read(office.zone, *week, now);
}

std::optional<WallTime> next_change(const Office& office, WallTime now) {
  std::optional<WallTime> next;
  for (const auto& service : office.services) {
    const auto found = hours(office, service, now);
    const auto& change = found.open ? found.closes_at : found.opens_at;
    if (change && (!next || *change < *next)) next = change;
  }
  return next;
}

}  // namespace panggil::core
