/// \file
/// What a run tells at its end, for people and as JSON.
#pragma once

#include <string>

#include "simulate/latencies.hpp"
#include "simulate/model/recorded_day.hpp"
#include "simulate/model/tally.hpp"

namespace panggil::simulate {

struct DayReport {
  Tally tally;
  std::size_t lost = 0;
  double seconds = 0;  ///< that the run took
};
std::string in_words(const DayReport& report);
std::string as_json(const DayReport& report);
/// Nothing was lost, unknown or refused against expectation.
bool is_clean(const DayReport& report);

/// Two days beside each other, as lines and as JSON fields.
std::string in_words(const Comparison& comparison);
std::string as_json(const Comparison& comparison);

struct LoadReport {
  DayReport all;
  double measured_s = 0;
  std::map<std::string, LatencyFigures> actions;  ///< by action, and `all`
  LatencyFigures calls;                           ///< from next to the last subscriber
};
std::string in_words(const LoadReport& report);
std::string as_json(const LoadReport& report);

}  // namespace panggil::simulate
