/// \file
/// Played days beside each other, as text for a terminal and for a spreadsheet. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/session/wording.hpp"
#include "what_if/forecast.hpp"

namespace panggil::ctl {

/// One column of the comparison: how the day was, is, or would be.
struct PlanVariant {
  std::string name;  ///< for people
  std::string key;   ///< for programs: `was`, `now` or `changed`
  what_if::Forecast forecast;
  std::map<ServiceId, int> staffed;  ///< counters with somebody at them
};

struct PlanPaper {
  std::string title;
  const session::Wording& wording;  ///< with the office
  std::vector<PlanVariant> variants;
};

/// Figures are of one day: the mean of those played. Each with a new line at its end.
std::string plan_table(const PlanPaper& paper, std::size_t width);
/// RFC 4180: a line for each variant and service, and one for each variant's whole day. Durations in seconds.
std::string plan_csv(const PlanPaper& paper);

}  // namespace panggil::ctl
