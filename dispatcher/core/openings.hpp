/// \file
/// When a service works: the openings of one date after the other, whatever makes them so.
#pragma once

#include <optional>
#include <vector>

#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// A part of time: a clock change inside makes it shorter or longer than the clock on the wall says.
struct Interval {
  WallTime from;
  WallTime until;
};

/// The openings of a service on a date, in order. An entry of the service's own for that date decides; else
/// one of the office's, and a service with hours of its own is then open where both are; else the weekday.
std::vector<Opening> openings_on(const Office& office, const Service& service, Day date);

/// True for a service that never closes.
bool always_open(const Office& office, const Service& service);

/// Goes through the openings of a service that are not over at a moment, oldest first. Those that touch are
/// one.
class Upcoming {
 public:
  /// Office and service must outlive it.
  Upcoming(const Office& office, const Service& service, WallTime now);

  /// Those of the next service day that has any, by when they end; empty beyond the horizon, which is sixty
  /// days on. An opening may last longer than the day it is counted to; what lasts fifteen days
  /// is told no further.
  std::vector<Interval> next_day();

 private:
  std::optional<Interval> next();
  std::optional<Interval> next_piece();

  const Office& office_;
  const Service& service_;
  WallTime now_;
  std::chrono::local_days date_;  ///< whose openings come next
  std::chrono::local_days horizon_;
  std::vector<Opening> openings_;  ///< of the date before, what is left
  std::chrono::local_days openings_date_;
  std::optional<Interval> piece_;  ///< taken, not used yet
  std::optional<Interval> ahead_;  ///< likewise, with what touches it
};

}  // namespace panggil::core
