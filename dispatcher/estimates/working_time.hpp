/// \file
/// Time as the queue feels it: it stands still in a service's breaks.
#pragma once

#include <optional>
#include <vector>

#include "common/base/time.hpp"

namespace panggil::estimates {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

/// When a service is open, from `from` up to `until`.
struct Opening {
  WallTime from;
  WallTime until;
};

/// One service's day. Time passes while it is open, before it opens and after it closes for the day: whoever
/// is inside then is still served. It does not pass between two openings.
class WorkingTime {
 public:
  /// No breaks, and nobody knows when it closes.
  WorkingTime() = default;
  /// \param openings  of one day, in order, not overlapping
  explicit WorkingTime(std::vector<Opening> openings) : openings_(std::move(openings)) {}

  /// Zero when `until` is not later than `from`.
  Minutes between(WallTime from, WallTime until) const;
  /// How long by the wall clock it takes until `work` has passed. \pre work >= 0
  Minutes lasting(WallTime from, Minutes work) const;
  /// Working time that is left until the last closing, never negative; nothing when that is not known.
  std::optional<Minutes> left(WallTime now) const;

 private:
  std::vector<Opening> openings_;
};

}  // namespace panggil::estimates
