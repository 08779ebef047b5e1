#include "recorded_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <tuple>

#include "openings.hpp"
#include "simulate/model/table.hpp"
#include "simulate/model/trace.hpp"

namespace panggil::evaluation {
namespace {

constexpr std::string_view kEnding = ".csv";
constexpr std::size_t kDateLength = 10;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path.string()));
  return text.str();
}

ServiceId service_id(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ServiceId(name);
}

/// In the order in which they are told of at one moment.
enum class What { kCounters, kArrival, kCall };

struct Happening {
  Seconds at;
  What what;
  std::size_t number;  ///< of the ticket
  std::string service;
  int counters = 0;
};

void add_counters(const std::string& text, std::vector<Happening>& all) {
  simulate::Table table(text);
  while (table.next()) {
    int hour = 0, minute = 0, second = 0;
    if (std::sscanf(std::string(table["at"]).c_str(), "%d:%d:%d", &hour, &minute, &second) != 3)
      throw std::runtime_error(fmt::format("line {}: no time", table.line_number()));
    const Seconds at = std::chrono::hours(hour) + std::chrono::minutes(minute) + Seconds(second);
    const int open = std::stoi(std::string(table["open_counters"]));
    all.push_back({at, What::kCounters, 0, std::string(table["service"]), open});
  }
}

std::vector<Happening> read_day(const std::filesystem::path& path) {
  auto beside = path;
  beside.replace_extension(".counters.csv");
  const std::string counters = read(beside);
  const auto trace = simulate::parse_trace(read(path), counters);
  if (!trace) throw std::runtime_error(fmt::format("{}: {}", path.string(), trace.error()));
  std::vector<Happening> all;
  add_counters(counters, all);
  for (std::size_t i = 0; i < trace->tickets.size(); ++i) {
    const auto& ticket = trace->tickets[i];
    all.push_back({ticket.arrived, What::kArrival, i, ticket.service});
    if (ticket.called) all.push_back({*ticket.called, What::kCall, i, ticket.service});
  }
  std::stable_sort(all.begin(), all.end(), [](const Happening& a, const Happening& b) {
    return std::tie(a.at, a.what) < std::tie(b.at, b.what);
  });
  return all;
}

void play(const std::vector<Happening>& happenings, WallTime midnight, Trial& trial) {
  std::map<std::string, std::size_t> waiting;
  for (const auto& each : happenings) {
    const WallTime at = midnight + each.at;
    const TicketNumber ticket(fmt::format("T{}", each.number + 1));
    if (each.what == What::kCounters) trial.set_counters(service_id(each.service), each.counters, at);
    if (each.what == What::kArrival)
      trial.arrive(ticket, service_id(each.service), waiting[each.service]++, at);
    if (each.what == What::kCall) {
      --waiting[each.service];
      trial.call(ticket, at);
    }
  }
}

void play_day(const std::filesystem::path& path, Day day, const Zone& zone, const core::WeekHours& hours,
              Trial& trial) {
  const auto happenings = read_day(path);
  trial.begin_day(day);
  for (const auto& each : happenings) trial.open_hours(service_id(each.service), openings(hours, zone, day));
  play(happenings, zone.to_wall(LocalTime(std::chrono::local_days(day))), trial);
}

}  // namespace

std::vector<Trial> recorded_offices(const std::filesystem::path& directory, const RecordedOptions& options) {
  const auto zone = Zone::find(options.zone);
  if (!zone) throw std::runtime_error(fmt::format("there is no time zone {}", options.zone));
  std::map<std::string, std::map<Day, std::filesystem::path>> offices;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(kEnding) || name.ends_with(".counters.csv")) continue;
    const std::string stem = entry.path().stem().string();
    if (stem.size() <= kDateLength) continue;
    const auto day = parse_day(stem.substr(stem.size() - kDateLength));
    if (day) offices[stem.substr(0, stem.size() - kDateLength - 1)][*day] = entry.path();
  }
  if (offices.empty())
    throw std::runtime_error(
        fmt::format("there are no recorded days (OFFICE-2020-01-07{}) in {}", kEnding, directory.string()));
  std::vector<Trial> trials;
  for (const auto& [office, days] : offices) {
    Trial trial(office, *zone);
    for (const auto& [day, path] : days) play_day(path, day, *zone, options.hours, trial);
    trials.push_back(std::move(trial));
  }
  return trials;
}

}  // namespace panggil::evaluation
