/// \file
/// A day's openings as the estimator takes them.
#pragma once

#include <vector>

#include "dispatcher/core/office.hpp"
#include "dispatcher/estimates/working_time.hpp"

namespace panggil::evaluation {

inline std::vector<estimates::Opening> openings(const core::WeekHours& week, const Zone& zone, Day day) {
  std::vector<estimates::Opening> all;
  const LocalTime midnight{std::chrono::local_days(day)};
  for (const auto& each : week[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()])
    all.push_back({zone.to_wall(midnight + each.from), zone.to_wall(midnight + each.until)});
  return all;
}

}  // namespace panggil::evaluation
