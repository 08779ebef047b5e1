/// \file
/// Service days and opening hours in the office's own zone.
#pragma once

#include <optional>

#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// The service day that `now` belongs to: it begins at `day_starts`, so that 01:00 may still be yesterday's.
Day service_day(const Office& office, WallTime now);
/// The moment at which the next service day begins.
WallTime next_day_starts(const Office& office, WallTime now);

/// Of a service at a moment. Openings that touch are one.
struct Hours {
  bool open;                          ///< it works; whether it still gives out tickets, issues() tells
  std::optional<WallTime> opens_at;   ///< when it next gives out tickets, if it does not now; within 60 days
  std::optional<WallTime> closes_at;  ///< the end of the present opening, if open and there is one
  /// If open: from when on it gives out no more tickets this day, where that is before `closes_at`.
  std::optional<WallTime> last_ticket_at{};

  /// Whether a ticket may be taken, as far as the calendar goes.
  bool issues(WallTime now) const { return open && (!last_ticket_at || now < *last_ticket_at); }
  friend bool operator==(const Hours&, const Hours&) = default;
};

Hours hours(const Office& office, const Service& service, WallTime now);
/// The next moment at which hours() or issues() of any service may change; nothing when none will.
std::optional<WallTime> next_change(const Office& office, WallTime now);

/// How long the service is open on a service day, breaks left out; the last ticket's rule changes nothing.
std::chrono::minutes open_time(const Office& office, const Service& service, Day day);

}  // namespace panggil::core
