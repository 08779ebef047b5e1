#include <fmt/format.h>

#include "ctl/report_formats.hpp"

namespace panggil::ctl {
namespace {

using statistics::Spread;

/// In quotes where it must be, and never a formula: an officer's name is whatever somebody typed.
std::string quoted(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text = "'" + text;
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string doubled;
  for (const char each : text) doubled += each == '"' ? "\"\"" : std::string(1, each);
  return "\"" + doubled + "\"";
}

std::string seconds(Millis time) {
  return std::to_string(std::chrono::round<Seconds>(time).count());
}

std::string spread(const std::optional<Spread>& spread) {
  if (!spread) return ",,,0";
  return fmt::format("{},{},{},{}", seconds(spread->mean), seconds(spread->median), seconds(spread->p90),
                     spread->count);
}

std::string time_use(const std::optional<statistics::TimeUse>& time) {
  if (!time) return ",,,";
  return fmt::format("{},{},{},{}", seconds(time->calling), seconds(time->serving), seconds(time->idle),
                     seconds(time->on_break));
}

std::string line(const ReportRow& row) {
  const auto& f = row.figures;
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", row.group, quoted(row.key),
                     quoted(row.name), f.issued, f.legs, f.served, f.moved_on, f.transferred, f.no_show,
                     f.cancelled, f.expired, f.open, f.within_target, f.with_target, spread(f.wait),
                     spread(f.walk), spread(f.service), time_use(row.time));
}

}  // namespace

std::string report_csv(const ReportPaper& paper) {
  std::string text =
      "group,key,name,issued,legs,served,moved_on,transferred,no_show,cancelled,expired,open,within_target,"
      "with_target,wait_mean_s,wait_median_s,wait_p90_s,wait_count,walk_mean_s,walk_median_s,walk_p90_s,"
      "walk_count,service_mean_s,service_median_s,service_p90_s,service_count,calling_s,serving_s,idle_s,"
      "break_s\r\n";
  for (const auto& row : report_rows(paper)) text += line(row);
  return text;
}

}  // namespace panggil::ctl
