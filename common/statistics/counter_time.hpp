/// \file
/// What the hours at counters were spent on. Pure.
#pragma once

#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "common/statistics/undone.hpp"

namespace panggil::statistics {

/// A counter that is not closed has somebody called to it, serves, has nobody (`kIdle`), or is paused.
enum class Spent { kCalling, kServing, kIdle, kBreak };

struct Stretch {
  std::string day;
  std::string counter;
  std::string officer;  ///< as far as known
  Spent spent = Spent::kIdle;
  Stamp from;
  Stamp until;
  Millis length() const { return until.time - from.time; }
};

/// Of each counter and day without a gap, from the counter's first event of that day to its closing, or,
/// where it was left open, to the day's last event. \param events of whole service days, in order, without
/// those undone
std::vector<Stretch> stretches_of(const Events& events);

}  // namespace panggil::statistics
