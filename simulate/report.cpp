#include "simulate/report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace panggil::simulate {
namespace {

double per_second(std::uint64_t count, double seconds) {
  return seconds > 0 ? static_cast<double>(count) / seconds : 0;
}

std::string minutes(Seconds wait) {
  return fmt::format("{}:{:02}", wait.count() / 60, wait.count() % 60);
}

std::string refusals(const Tally& tally) {
  std::vector<std::string> parts;
  for (const auto& [code, count] : tally.refused) parts.push_back(fmt::format("\"{}\":{}", code, count));
  return fmt::format("{{{}}}", fmt::join(parts, ","));
}

std::string row(const char* name, const WaitFigures& figures) {
  return fmt::format("{:<10} {:>6} {:>8} {:>8} {:>8}\n", name, figures.count, minutes(figures.mean),
                     minutes(figures.median), minutes(figures.p90));
}

std::string as_json(const WaitFigures& figures) {
  return fmt::format(R"({{"count":{},"mean_s":{},"median_s":{},"p90_s":{}}})", figures.count,
                     figures.mean.count(), figures.median.count(), figures.p90.count());
}

double ms(Micros time) {
  return static_cast<double>(time.count()) / 1000;
}

std::string row(const std::string& name, const LatencyFigures& figures) {
  return fmt::format("{:<12} {:>8} {:>9.3f} {:>9.3f} {:>9.3f}\n", name, figures.count, ms(figures.p50),
                     ms(figures.p99), ms(figures.most));
}

std::string as_json(const LatencyFigures& figures) {
  return fmt::format(R"({{"count":{},"p50_ms":{:.3f},"p99_ms":{:.3f},"max_ms":{:.3f}}})", figures.count,
                     ms(figures.p50), ms(figures.p99), ms(figures.most));
}

double actions_a_second(const LoadReport& report) {
  const auto all = report.actions.find("all");
  return all == report.actions.end() ? 0 : per_second(all->second.count, report.measured_s);
}

}  // namespace

bool is_clean(const DayReport& report) {
  return report.lost == 0 && report.tally.unknown == 0 && report.tally.all_refused() == 0;
}

std::string in_words(const DayReport& report) {
  const Tally& tally = report.tally;
  std::string text = fmt::format(
      "issued {}, called {}, recalled {}, served {}, no-show {}, turned away {}\n"
      "mean wait {} min, {} actions in {:.1f} s ({:.1f}/s), repeated {}, refused {}, unknown {}, lost {}\n",
      tally.issued, tally.called, tally.recalled, tally.served, tally.no_show, tally.turned_away,
      minutes(tally.mean_wait()), tally.actions, report.seconds, per_second(tally.actions, report.seconds),
      tally.again, tally.all_refused(), tally.unknown, report.lost);
  if (!tally.refused.empty()) text += fmt::format("refused: {}\n", refusals(tally));
  return text;
}

std::string as_json(const DayReport& report) {
  const Tally& tally = report.tally;
  return fmt::format(
      R"("issued":{},"called":{},"recalled":{},"served":{},"no_show":{},"turned_away":{},"mean_wait_s":{},)"
      R"("actions":{},"seconds":{:.3f},"repeated":{},"refused":{},"unknown":{},"lost":{})",
      tally.issued, tally.called, tally.recalled, tally.served, tally.no_show, tally.turned_away,
      tally.mean_wait().count(), tally.actions, report.seconds, tally.again, refusals(tally), tally.unknown,
      report.lost);
}

std::string in_words(const Comparison& comparison) {
  return fmt::format("tickets recorded {}, issued {}, called {} (then {}), still waiting {}\n",
                     comparison.recorded, comparison.issued, comparison.now.count, comparison.then.count,
                     comparison.issued - comparison.now.count) +
         fmt::format("{:<10} {:>6} {:>8} {:>8} {:>8}   (minutes:seconds)\n", "waits", "called", "mean",
                     "median", "p90") +
         row("recorded", comparison.then) + row("played", comparison.now) +
         fmt::format("the same ticket's waits differ by {} s on average, {} s at most\n",
                     comparison.mean_difference.count(), comparison.most_difference.count());
}

std::string as_json(const Comparison& comparison) {
  return fmt::format(
      R"("recorded":{},"still_waiting":{},"waits_then":{},"waits_now":{},"mean_difference_s":{},"most_difference_s":{})",
      comparison.recorded, comparison.issued - comparison.now.count, as_json(comparison.then),
      as_json(comparison.now), comparison.mean_difference.count(), comparison.most_difference.count());
}

std::string in_words(const LoadReport& report) {
  std::string text = fmt::format("{:<12} {:>8} {:>9} {:>9} {:>9}   (milliseconds)\n", "measured", "count",
                                 "p50", "p99", "max");
  for (const auto& [action, figures] : report.actions) text += row(action, figures);
  if (report.calls.count > 0) text += row("to the last", report.calls);
  return text +
         fmt::format("{:.0f} actions a second, measured for {:.1f} s\n", actions_a_second(report),
                     report.measured_s) +
         in_words(report.all);
}

std::string as_json(const LoadReport& report) {
  std::vector<std::string> actions;
  for (const auto& [action, figures] : report.actions)
    actions.push_back(fmt::format("\"{}\":{}", action, as_json(figures)));
  return fmt::format(R"("measured_s":{:.3f},"actions_per_s":{:.1f},"latency":{{{}}},"calls":{},)",
                     report.measured_s, actions_a_second(report), fmt::join(actions, ","),
                     as_json(report.calls)) +
         as_json(report.all);
}

}  // namespace panggil::simulate
