/// \file
/// A report as text for a terminal, for a spreadsheet, and as a page to read and print. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/session/wording.hpp"
#include "common/statistics/report.hpp"

namespace panggil::ctl {

/// What stands on it.
struct ReportPaper {
  statistics::Report report;
  const session::Wording& wording;  ///< with the office
  std::string from;                 ///< service days; empty: as early as there is anything
  std::string to;
  std::string made_at;
  std::string lost;  ///< events that are missing, in words; empty: none
};

/// One line of a report's tables.
struct ReportRow {
  std::string group;  ///< `total`, `day`, `hour`, `service`, `counter` or `officer`
  std::string key;
  std::string name;  ///< for people
  statistics::Figures figures;
  std::optional<statistics::TimeUse> time{};  ///< of a counter or an officer
};
/// The total first, then group by group, in that order.
std::vector<ReportRow> report_rows(const ReportPaper& paper);

/// Whole minutes, or minutes and seconds below ten; `–` where there is nothing.
std::string minutes_words(const std::optional<statistics::Spread>& spread, Millis statistics::Spread::*which);
std::string level_words(const statistics::Figures& figures);
std::string hours_words(Millis time);

/// Each with a new line at its end.
std::string report_table(const ReportPaper& paper, std::size_t width);
/// RFC 4180: one table of all rows; the names of its columns stay as they are. Durations in seconds.
std::string report_csv(const ReportPaper& paper);
/// One page that needs nothing else.
std::string report_html(const ReportPaper& paper);

}  // namespace panggil::ctl
