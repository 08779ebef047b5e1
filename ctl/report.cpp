#include "ctl/report.hpp"

#include <fmt/format.h>

#include <fstream>
#include <utility>

#include "ctl/history.hpp"
#include "ctl/office_session.hpp"
#include "ctl/report_formats.hpp"
#include "ctl/terminal.hpp"

namespace panggil::ctl {
namespace {

std::string formatted(const ReportPaper& paper, const std::string& format) {
  if (format == "csv") return report_csv(paper);
  if (format == "html") return report_html(paper);
  return report_table(paper, Terminal::width_of_output());
}

/// False: it could not be written.
bool put(const std::string& text, const std::string& file) {
  if (file.empty()) {
    fmt::print("{}", text);
    return std::fflush(stdout) == 0;
  }
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  return static_cast<bool>(stream.flush());
}

std::string lost_words(const History& history) {
  std::string list;
  for (const auto& lost : history.lost) {
    if (!list.empty()) list += ", ";
    list +=
        lost.first == lost.last ? std::to_string(lost.first) : fmt::format("{}–{}", lost.first, lost.last);
  }
  return list;
}

int write_report(session::Session& session, EventLoop& loop, const Clock& clock, const Settings& settings,
                 const CommandLine& line) {
  const auto fetched =
      fetch_history(session, loop, clock, line.days, session::Wording(settings.machine.language));
  const session::Wording wording(settings.machine.language, fetched.end.office);
  if (!fetched.history) {
    const auto nothing = [](const auto&, const auto&) { return std::string(); };
    return session::print(session::ending(fetched.end, wording, false, nothing), "panggil-ctl");
  }
  const auto& history = *fetched.history;
  const auto& beat = session.link().last_beat();
  const ReportPaper paper{
      statistics::report_of(history.events, history.day, statistics::targets_of(*fetched.end.office)),
      wording,
      line.days.from.value_or(line.days.to ? "" : history.day),
      line.days.to.value_or(history.day),
      beat ? date_hours_minutes(beat->time) : "",
      lost_words(history)};
  if (put(formatted(paper, line.format), line.output)) return settings::kDone;
  return session::print({settings::kRefused, {}, wording.text("report.not_written", {{"file", line.output}})},
                        "panggil-ctl");
}

}  // namespace

int run_report(const Settings& settings, const CommandLine& line) {
  return in_session(settings, [&](session::Session& session, EventLoop& loop, const Clock& clock) {
    return write_report(session, loop, clock, settings, line);
  });
}

}  // namespace panggil::ctl
