#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/session/event_words.hpp"
#include "ctl/report_formats.hpp"
#include "ctl/table.hpp"

namespace panggil::ctl {
namespace {

using statistics::Spread;

template <class Groups, class Name>
void add_group(std::vector<ReportRow>& rows, const char* group, const Groups& groups, Name name) {
  for (const auto& [key, figures] : groups) {
    std::string text;
    if constexpr (std::is_same_v<std::decay_t<decltype(key)>, int>) {
      text = fmt::format("{:02}", key);
    } else {
      text = key;
    }
    rows.push_back({group, text, name(text), figures});
  }
}

/// Also those who had nobody all day.
void add_time(std::vector<ReportRow>& rows, const char* group,
              const std::map<std::string, statistics::TimeUse>& times, const session::Wording& wording) {
  for (const auto& [key, time] : times) {
    const auto row = std::ranges::find_if(
        rows, [&, &key = key](const ReportRow& each) { return each.group == group && each.key == key; });
    if (row != rows.end()) {
      row->time = time;
    } else {
      const bool counter = std::string_view(group) == "counter";
      rows.push_back(
          {group, key, counter ? session::counter_words(key, wording) : session::printable(key), {}, time});
    }
  }
}

/// Counter 2 before counter 10, and one that called nobody where its number belongs.
void order_by_number(std::vector<ReportRow>& rows, const std::string& group) {
  const auto begin = std::ranges::find(rows, group, &ReportRow::group);
  const auto end = std::find_if(begin, rows.end(), [&](const ReportRow& row) { return row.group != group; });
  std::sort(begin, end, [](const ReportRow& one, const ReportRow& other) {
    return ::strverscmp(one.key.c_str(), other.key.c_str()) < 0;
  });
}

/// Below it there is no room for all columns beside a name.
constexpr std::size_t kNarrow = 96;

struct Cell {
  const char* title;  ///< its key
  std::string text;
  bool when_wide = false;
};

std::vector<Cell> cells(const statistics::Figures& f, std::size_t width) {
  std::vector<Cell> all{{"issued", std::to_string(f.issued)},
                        {"legs", std::to_string(f.legs), true},
                        {"served", std::to_string(f.served)},
                        {"went_on", std::to_string(f.moved_on + f.transferred)},
                        {"no_show", std::to_string(f.no_show)},
                        {"not_served", std::to_string(f.cancelled + f.expired + f.open), true},
                        {"wait_mean", minutes_words(f.wait, &Spread::mean), true},
                        {"wait_median", minutes_words(f.wait, &Spread::median)},
                        {"wait_p90", minutes_words(f.wait, &Spread::p90)},
                        {"level", level_words(f)},
                        {"service_mean", minutes_words(f.service, &Spread::mean)}};
  if (width < kNarrow) std::erase_if(all, [](const Cell& cell) { return cell.when_wide; });
  return all;
}

Table figures_table(const std::string& title, const session::Wording& words, std::size_t width) {
  std::vector<Column> columns{{title, false, true}};
  for (const auto& cell : cells({}, width)) {
    columns.push_back({words.text(fmt::format("report.short_{}", cell.title)), true});
  }
  return Table(std::move(columns));
}

std::vector<std::string> line(const ReportRow& row, std::size_t width) {
  std::vector<std::string> texts{row.name};
  for (auto& cell : cells(row.figures, width)) texts.push_back(std::move(cell.text));
  return texts;
}

std::string text_of(const Table& table, std::size_t width) {
  std::string text;
  for (const auto& line : table.lines(width)) text += line + "\n";
  return text;
}

std::string section(const std::vector<ReportRow>& rows, const std::string& group,
                    const session::Wording& words, std::size_t width) {
  Table table = figures_table(words.text(fmt::format("report.by_{}", group)), words, width);
  bool any = false;
  for (const auto& row : rows) {
    if (row.group != group) continue;
    table.add(line(row, width));
    any = true;
  }
  return any ? "\n" + text_of(table, width) : "";
}

std::string times(const std::vector<ReportRow>& rows, const session::Wording& words, std::size_t width) {
  Table table({{words.text("report.time"), false, true},
               {words.text("report.serving"), true},
               {words.text("report.calling"), true},
               {words.text("report.idle"), true},
               {words.text("report.break"), true}});
  for (const auto& row : rows) {
    if (!row.time) continue;
    table.add({row.name, hours_words(row.time->serving), hours_words(row.time->calling),
               hours_words(row.time->idle), hours_words(row.time->on_break)});
  }
  return "\n" + text_of(table, width);
}

}  // namespace

std::vector<ReportRow> report_rows(const ReportPaper& paper) {
  const auto& report = paper.report;
  const auto& words = paper.wording;
  const auto nobody = words.text("report.nobody");
  const auto no_name = words.text("report.no_name");
  std::vector<ReportRow> rows{{"total", "total", words.text("report.total"), report.total}};
  add_group(rows, "day", report.by_day, [](const auto& day) { return day; });
  add_group(rows, "hour", report.by_hour, [](const auto& hour) { return hour + ":00"; });
  add_group(rows, "service", report.by_service, [&](const auto& id) { return words.service(id); });
  add_group(rows, "counter", report.by_counter,
            [&](const auto& id) { return id.empty() ? nobody : session::counter_words(id, words); });
  add_time(rows, "counter", report.time_by_counter, words);
  order_by_number(rows, "counter");
  add_group(rows, "officer", report.by_officer,
            [&](const auto& name) { return name.empty() ? no_name : session::printable(name); });
  add_time(rows, "officer", report.time_by_officer, words);
  for (auto& row : rows)
    if (row.name.empty()) row.name = no_name;
  return rows;
}

std::string minutes_words(const std::optional<Spread>& spread, Millis Spread::*which) {
  if (!spread) return "–";
  const auto seconds = std::chrono::round<Seconds>((*spread).*which).count();
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string level_words(const statistics::Figures& figures) {
  const auto level = figures.service_level();
  return level ? fmt::format("{:.0f} %", *level * 100) : "–";
}

std::string hours_words(Millis time) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(time).count();
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string report_table(const ReportPaper& paper, std::size_t width) {
  const auto& words = paper.wording;
  const auto rows = report_rows(paper);
  std::string text = fmt::format("{} · {}\n", words.in_language(words.office()->name, words.office()->site),
                                 words.text("report.range", {{"from", paper.from}, {"to", paper.to}}));
  if (!paper.lost.empty()) text += words.text("report.lost", {{"list", paper.lost}}) + "\n";
  for (const char* group : {"total", "day", "hour", "service", "counter", "officer"})
    text += section(rows, group, words, width);
  return text + times(rows, words, width) + "\n" + words.text("report.units") + "\n";
}

}  // namespace panggil::ctl
