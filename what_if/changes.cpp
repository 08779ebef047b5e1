#include "what_if/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/texts/spoken.hpp"

namespace panggil::what_if {
namespace {

bool sits_for(const Scenario& scenario, const simulate::OfficerHabits& officer, const ServiceId& service) {
  const auto* counter = scenario.office.find(officer.counter);
  return counter != nullptr && counter->takes(service);
}

std::string services_of(const core::Office& office) {
  std::string list;
  for (const auto& service : office.services) list += (list.empty() ? "" : ", ") + service.id.text();
  return list;
}

/// `extra-1` and so on, the first that is free.
CounterId free_id(const core::Office& office) {
  for (int number = 1;; ++number) {
    CounterId id(fmt::format("extra-{}", number));
    if (office.find(id) == nullptr) return id;
  }
}

void add_one(Scenario& scenario, const ServiceId& service) {
  const auto last = std::find_if(scenario.habits.officers.rbegin(), scenario.habits.officers.rend(),
                                 [&](const auto& each) { return sits_for(scenario, each, service); });
  auto officer = *last;
  auto counter = *scenario.office.find(officer.counter);
  officer.counter = counter.id = free_id(scenario.office);
  officer.officer = "o-" + counter.id.text();
  scenario.office.counters.push_back(std::move(counter));
  scenario.habits.officers.push_back(std::move(officer));
}

void take_one_away(Scenario& scenario, const ServiceId& service) {
  const auto last = std::find_if(scenario.habits.officers.rbegin(), scenario.habits.officers.rend(),
                                 [&](const auto& each) { return sits_for(scenario, each, service); });
  const CounterId empty = last->counter;
  scenario.habits.officers.erase(std::next(last).base());
  std::erase_if(scenario.office.counters, [&](const auto& each) { return each.id == empty; });
}

void keep(const std::vector<core::Opening>& hours, simulate::OfficerHabits& officer) {
  officer.from = hours.front().from;
  officer.until = hours.back().until;
  officer.breaks.clear();
  for (std::size_t i = 1; i < hours.size(); ++i)
    officer.breaks.emplace_back(hours[i - 1].until, hours[i].from);
}

}  // namespace

int staffed(const Scenario& scenario, const ServiceId& service) {
  return static_cast<int>(std::count_if(scenario.habits.officers.begin(), scenario.habits.officers.end(),
                                        [&](const auto& each) { return sits_for(scenario, each, service); }));
}

Result<Scenario, std::string> changed(Scenario scenario, const Changes& changes) {
  for (const auto& [service, wanted] : changes.counters) {
    if (scenario.office.find(service) == nullptr)
      return fail(spoken_text("plan.no_service",
                              {{"service", service.text()}, {"list", services_of(scenario.office)}}));
    if (staffed(scenario, service) == 0)
      return fail(spoken_text("plan.nobody_sits", {{"service", service.text()}}));
    while (staffed(scenario, service) < wanted) add_one(scenario, service);
    while (staffed(scenario, service) > wanted) take_one_away(scenario, service);
  }
  if (changes.hours) {
    core::WeekHours week;
    week.fill(*changes.hours);
    scenario.office.hours = week;
    scenario.office.exceptional_days.clear();
    for (auto& officer : scenario.habits.officers) keep(*changes.hours, officer);
  }
  return scenario;
}

}  // namespace panggil::what_if
