#include "dispatcher/estimates/working_time.hpp"

#include <algorithm>

namespace panggil::estimates {

Minutes WorkingTime::between(WallTime from, WallTime until) const {
  if (until <= from) return Minutes(0);
  Minutes work = until - from;
  for (std::size_t i = 1; i < openings_.size(); ++i) {
    const WallTime begins = std::max(from, openings_[i - 1].until);
    const WallTime ends = std::min(until, openings_[i].from);
    if (begins < ends) work -= ends - begins;
  }
  return work;
}

Minutes WorkingTime::lasting(WallTime from, Minutes work) const {
  Minutes wall = work;
  for (std::size_t i = 1; i < openings_.size(); ++i) {
    const WallTime begins = std::max(from, openings_[i - 1].until);
    const WallTime ends = openings_[i].from;
    // A break counts when it begins before the work is done; those in it already wait for its end.
    if (begins < ends && Minutes(begins - from) < wall) wall += ends - begins;
  }
  return wall;
}

std::optional<Minutes> WorkingTime::left(WallTime now) const {
  if (openings_.empty()) return std::nullopt;
  return between(now, openings_.back().until);
}

}  // namespace panggil::estimates
