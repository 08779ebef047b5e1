/// \file
/// What a newcomer's waiting time can be told from, and the scale on which it is reckoned.
#pragma once

#include <array>
#include <optional>

#include "dispatcher/estimates/pace.hpp"

namespace panggil::estimates {

/// A waiting time on the scale of errors: a minute means little in an hour and much in five minutes.
double to_scale(Minutes wait);
/// Never negative.
Minutes from_scale(double value);

/// One service at one moment.
struct Situation {
  std::size_t ahead = 0;
  int counters = 0;  ///< open, and take the service
  Work today;
  Work lately;
  Work usual;                         ///< of earlier days around this weekday and hour
  Work past;                          ///< of all earlier days
  std::optional<Minutes> last_wait;   ///< of the last person called
  Minutes head_waits{0};              ///< since the one at the head of the line came; zero when nobody waits
  std::optional<Minutes> since_call;  ///< since the last call
  std::optional<Minutes> until_close;
};

/// Between two calls while people wait: today's, blended with what is usual.
Minutes busy_gap(const Situation& now);

inline constexpr std::size_t kClues = 12;
using Clues = std::array<double, kClues>;

/// Estimates of the wait, each in a way of its own, and what tells which of them to believe; on the scale.
Clues clues(const Situation& now);
/// To begin with: half what `ahead` × busy_gap() says, half what the last one called and the first one
/// waiting have waited.
Clues first_weights();
/// No estimate is longer than this: several times what every clue says, and not long after closing.
Minutes longest(const Situation& now);

}  // namespace panggil::estimates
