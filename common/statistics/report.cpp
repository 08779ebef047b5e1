#include "common/statistics/report.hpp"

#include <algorithm>

namespace panggil::statistics {
namespace {

bool any(const Leg&) {
  return true;
}

/// \param key of a leg, what it is grouped by
/// \param belongs whether it is in any group
template <class Key>
auto grouped(const std::vector<Leg>& legs, const Targets& targets, Key key,
             bool (*belongs)(const Leg&) = any) {
  std::map<decltype(key(legs.front())), std::vector<const Leg*>> groups;
  for (const auto& leg : legs) {
    if (belongs(leg)) groups[key(leg)].push_back(&leg);
  }
  std::map<decltype(key(legs.front())), Figures> figures;
  for (const auto& [name, group] : groups) figures.emplace(name, figures_of(group, targets));
  return figures;
}

Figures all(const std::vector<Leg>& legs, const Targets& targets) {
  std::vector<const Leg*> group;
  for (const auto& leg : legs) group.push_back(&leg);
  return figures_of(group, targets);
}

int count(const Events& events, const char* kind) {
  return static_cast<int>(std::ranges::count(events, kind, &protocol::Event::kind));
}

}  // namespace

std::optional<int> Report::peak_hour() const {
  const auto peak = std::ranges::max_element(by_hour, {}, [](const auto& hour) { return hour.second.legs; });
  return peak == by_hour.end() ? std::nullopt : std::optional(peak->first);
}

Report report_of(const Events& events, const std::string& today, const Targets& targets) {
  const Events counted = without_undone(events);
  const auto legs = legs_of(counted, today);
  Report report;
  report.total = all(legs, targets);
  report.by_day = grouped(legs, targets, [](const Leg& leg) { return leg.day; });
  report.by_hour = grouped(legs, targets, [](const Leg& leg) { return hour_of(leg.joined_at); });
  report.by_service = grouped(legs, targets, [](const Leg& leg) { return leg.service; });
  report.by_counter = grouped(legs, targets, [](const Leg& leg) { return leg.counter; });
  // Whom nobody has called no officer has served, be it one without a name.
  report.by_officer = grouped(
      legs, targets, [](const Leg& leg) { return leg.officer; },
      [](const Leg& leg) { return !leg.counter.empty(); });
  for (const auto& stretch : stretches_of(counted)) {
    report.time_by_counter[stretch.counter].add(stretch);
    report.time_by_officer[stretch.officer].add(stretch);
  }
  report.calls = count(events, "ticket-called");
  report.recalls = count(events, "ticket-recalled");
  return report;
}

int hour_of(const Stamp& stamp) {
  using std::chrono::floor;
  const auto local = stamp.time + stamp.offset;
  return static_cast<int>(
      std::chrono::duration_cast<std::chrono::hours>(local - floor<std::chrono::days>(local)).count());
}

}  // namespace panggil::statistics
