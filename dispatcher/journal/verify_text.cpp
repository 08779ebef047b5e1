#include <fmt/format.h>

#include "dispatcher/journal/verify.hpp"

namespace panggil::journal {
namespace {

std::string minutes(Millis time) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(time).count();
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string clock_time(const Zone& zone, WallTime time) {
  const auto local = zone.to_local(time);
  const auto seconds =
      std::chrono::floor<std::chrono::seconds>(local - std::chrono::floor<std::chrono::days>(local)).count();
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string indented(const std::string& text) {
  std::string result = "  ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "  ";
  }
  return result + '\n';
}

std::string identity(const Report& report) {
  std::string text = fmt::format(
      "site {}, {} clock, epoch {}, {} starts\n{}{} events, the last is {}; {} answers of the day; snapshots "
      "at:",
      report.site, report.clock, report.epoch, report.starts, report.events, report.sound() ? "" : " sound",
      report.last_event, report.answers);
  for (const core::Seq seq : report.snapshots) text += fmt::format(" {}", seq);
  return text + '\n';
}

std::string faults(const Report& report) {
  std::string text;
  for (const auto& fault : report.faults) text += indented(fault);
  return text;
}

std::string repair(const Salvageable& saved) {
  std::string text =
      fmt::format("A repair would save {} events and {} answers, with the queue as it was after event {}.\n",
                  saved.events, saved.answers, saved.state_at);
  if (!saved.lost.empty()) text += fmt::format("Missing from the records: events {}.\n", to_text(saved.lost));
  text += saved.end_lost ? "What happened after that event, if anything, is lost.\n"
                         : "Nothing of today would be lost.\n";
  return text +
         "Starting the dispatcher repairs what it needs by itself, and keeps the damaged file. Check the "
         "disk, and copy "
         "the state directory first.\n";
}

std::string row(const DaySummary& day, const Zone& zone) {
  const Waits waits = day.waits.value_or(Waits{});
  return fmt::format(
      "{}  {:>6} {:>6} {:>7} {:>9} {:>5}  {:>6} {:>7}  {:>7} {:>7} {:>7}  {} {}  {:>7} {:>8.3f} {:>7}\n",
      panggil::to_text(day.day), day.issued, day.served, day.no_show, day.cancelled, day.left_open, day.calls,
      day.recalls, minutes(waits.mean), minutes(waits.median), minutes(waits.p90),
      clock_time(zone, day.first), clock_time(zone, day.last), day.actions, day.actions_per_second(),
      day.busiest_second);
}

std::string days(const Report& report, const Zone& zone) {
  if (report.days.empty()) return "";
  std::string text =
      "            issued served no-show cancelled  open   calls recalls   waiting, min:s           first    "
      "last      "
      "actions            busiest\n"
      "day                                                               mean  median     p90   event    "
      "event           "
      "a second  second\n";
  for (const auto& day : report.days) text += row(day, zone);
  return text;
}

}  // namespace

std::string to_text(const Report& report, const Zone& zone) {
  std::string text = fmt::format("The journal in {} is {}.\n", report.directory.string(),
                                 report.sound() ? "sound" : "damaged");
  text += faults(report);
  if (!report.epoch.empty()) text += identity(report);
  if (report.salvageable) text += repair(*report.salvageable);
  for (const auto& earlier : report.repairs) text += "It was repaired before:\n" + indented(earlier);
  return text + days(report, zone);
}

}  // namespace panggil::journal
