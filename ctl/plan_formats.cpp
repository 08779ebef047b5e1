#include "ctl/plan_formats.hpp"

#include <fmt/format.h>

#include <utility>

#include "ctl/report_formats.hpp"
#include "ctl/table.hpp"

namespace panggil::ctl {
namespace {

using statistics::Figures;
using statistics::Spread;

/// Of one day.
std::string a_day(std::uint64_t count, int days, const session::Wording& words) {
  if (days == 1) return std::to_string(count);
  return words.tenths(static_cast<double>(count) / days);
}
std::string a_day(int count, int days, const session::Wording& words) {
  return a_day(static_cast<std::uint64_t>(count), days, words);
}

/// The part of the counters' open time in which somebody was there or called.
std::string busy_words(const statistics::Report& report) {
  statistics::TimeUse all;
  for (const auto& [counter, time] : report.time_by_counter) {
    all.calling += time.calling;
    all.serving += time.serving;
    all.idle += time.idle;
  }
  if (all.open() == Millis(0)) return "–";
  const auto busy = static_cast<double>((all.calling + all.serving).count());
  return fmt::format("{:.0f} %", 100 * busy / static_cast<double>(all.open().count()));
}

/// As the office lists its services.
std::vector<std::pair<ServiceId, std::optional<int>>> in_order(const PlanVariant& variant,
                                                               const session::Wording& words) {
  std::vector<std::pair<ServiceId, std::optional<int>>> all;
  for (const auto& service : words.office()->services)
    if (const auto quota = variant.forecast.quotas.find(ServiceId(service.service));
        quota != variant.forecast.quotas.end())
      all.emplace_back(*quota);
  return all;
}

Table table_of(const PlanVariant& variant, const session::Wording& words) {
  std::vector<Column> columns{{variant.name, false, true}};
  for (const char* key : {"plan.counters", "plan.people", "report.wait_mean", "report.wait_median",
                          "report.wait_p90", "report.level", "plan.quota"})
    columns.push_back({words.text(key), true});
  Table table(std::move(columns));
  for (const auto& [service, quota] : in_order(variant, words)) {
    const auto found = variant.forecast.report.by_service.find(service.text());
    const Figures figures = found == variant.forecast.report.by_service.end() ? Figures{} : found->second;
    table.add({words.service(service.text()), std::to_string(variant.staffed.at(service)),
               a_day(figures.legs, variant.forecast.days, words), minutes_words(figures.wait, &Spread::mean),
               minutes_words(figures.wait, &Spread::median), minutes_words(figures.wait, &Spread::p90),
               level_words(figures), quota ? std::to_string(*quota) : "–"});
  }
  return table;
}

std::string summary(const PlanVariant& variant, const session::Wording& words) {
  const auto& forecast = variant.forecast;
  const auto& total = forecast.report.total;
  return words.text("plan.summary", {{"issued", a_day(total.issued, forecast.days, words)},
                                     {"served", a_day(total.served, forecast.days, words)},
                                     {"no_show", a_day(total.no_show, forecast.days, words)},
                                     {"turned_away", a_day(forecast.turned_away, forecast.days, words)},
                                     {"left", a_day(total.expired + total.open, forecast.days, words)},
                                     {"busy", busy_words(forecast.report)}});
}

std::string whole_seconds(const std::optional<Spread>& spread, Millis Spread::*which) {
  if (!spread) return "";
  return std::to_string(std::chrono::round<Seconds>((*spread).*which).count());
}

std::string csv_line(const PlanVariant& variant, const std::string& service, const Figures& figures,
                     const std::string& counters, const std::string& quota) {
  const auto level = figures.service_level();
  return fmt::format("{},{},{},{:.2f},{:.2f},{:.2f},{},{},{},{},{}\r\n", variant.key, service, counters,
                     static_cast<double>(figures.legs) / variant.forecast.days,
                     static_cast<double>(figures.served) / variant.forecast.days,
                     static_cast<double>(figures.no_show) / variant.forecast.days,
                     whole_seconds(figures.wait, &Spread::mean), whole_seconds(figures.wait, &Spread::median),
                     whole_seconds(figures.wait, &Spread::p90), level ? fmt::format("{:.3f}", *level) : "",
                     quota);
}

}  // namespace

std::string plan_table(const PlanPaper& paper, std::size_t width) {
  std::string text = paper.title + "\n";
  for (const auto& variant : paper.variants) {
    text += "\n";
    for (const auto& line : table_of(variant, paper.wording).lines(width)) text += line + "\n";
    text += summary(variant, paper.wording) + "\n";
  }
  return text + "\n" + paper.wording.text("plan.units") + "\n";
}

std::string plan_csv(const PlanPaper& paper) {
  std::string text =
      "plan,service,counters,people_per_day,served_per_day,no_show_per_day,wait_mean_s,wait_median_s,"
      "wait_p90_s,within_target,quota\r\n";
  for (const auto& variant : paper.variants) {
    text += csv_line(variant, "", variant.forecast.report.total, "", "");
    for (const auto& [service, quota] : in_order(variant, paper.wording)) {
      const auto found = variant.forecast.report.by_service.find(service.text());
      if (found == variant.forecast.report.by_service.end()) continue;
      text += csv_line(variant, service.text(), found->second, std::to_string(variant.staffed.at(service)),
                       quota ? std::to_string(*quota) : "");
    }
  }
  return text;
}

}  // namespace panggil::ctl
