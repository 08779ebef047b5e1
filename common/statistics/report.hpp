/// \file
/// All that is reported of a list of events: the sum, and the same by day, hour, service, counter and
/// officer. The sums of each grouping are those of the whole. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/statistics/figures.hpp"

namespace panggil::statistics {

/// A leg belongs to the service it waited for, to the counter and the officer that called it last (to the
/// empty name while nobody has), and to the hour and day in which it joined the queue.
struct Report {
  Figures total;
  std::map<std::string, Figures> by_day;
  std::map<int, Figures> by_hour;  ///< of the office's clock, 0 to 23
  std::map<std::string, Figures> by_service;
  std::map<std::string, Figures> by_counter;
  std::map<std::string, Figures> by_officer;
  std::map<std::string, TimeUse> time_by_counter;
  std::map<std::string, TimeUse> time_by_officer;
  int calls = 0;  ///< that people heard, undone ones too
  int recalls = 0;

  /// The hour in which most joined a queue, the first of several; nothing where nobody did.
  std::optional<int> peak_hour() const;
};

/// \param events of whole service days, in order, as they came
/// \param today the service day that it is (`YYYY-MM-DD`)
Report report_of(const Events& events, const std::string& today, const Targets& targets);

/// The hour by the clock of whoever wrote it.
int hour_of(const Stamp& stamp);

}  // namespace panggil::statistics
