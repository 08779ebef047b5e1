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

struct Hours {
  bool open;
  std::optional<WallTime> opens_at;   ///< the next opening if closed, within the next fourteen days
  std::optional<WallTime> closes_at;  ///< the end of the present opening, if open and there is one
  friend bool operator==(const Hours&, const Hours&) = default;
};

Hours hours(const Office& office, const Service& service, WallTime now);
/// The next moment at which hours() of any service may change; nothing when all are always open.
std::optional<WallTime> next_change(const Office& office, WallTime now);

}  // namespace panggil::core
