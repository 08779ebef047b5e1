#include "what_if/past_day.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "common/statistics/counter_time.hpp"
#include "common/statistics/spread.hpp"
#include "common/statistics/visits.hpp"

namespace panggil::what_if {
namespace {

using simulate::Visitor;
using statistics::Leg;
using statistics::LegEnd;
using statistics::Stretch;
using std::chrono::minutes;
using Visit = std::vector<Leg>;

/// Nobody there for longer than this is no tidying up: nobody was waiting.
constexpr minutes kLongestTidying{3};
constexpr Seconds kSomeTidying{15};
/// At a service where nobody was served.
constexpr minutes kSomeTime{5};
const ClientId kDoor("kiosk-1");

Millis median_or(std::vector<Millis> lengths, Millis otherwise) {
  const auto spread = statistics::spread_of(std::move(lengths));
  return spread ? spread->median : otherwise;
}

std::map<std::string, Visit> visits_of(std::vector<Leg> legs) {
  std::map<std::string, Visit> visits;
  for (auto& leg : legs) {
    auto& visit = visits[leg.ticket];
    visit.push_back(std::move(leg));
  }
  return visits;
}

/// What the day shows of each service.
struct Usual {
  std::map<std::string, Millis> times;  ///< half of those who were served there took less
  std::set<std::string> sends_on;       ///< under the same number
};

Usual usual_of(const std::map<std::string, Visit>& visits) {
  std::map<std::string, std::vector<Millis>> lengths;
  Usual usual;
  for (const auto& [ticket, visit] : visits)
    for (const auto& leg : visit) {
      auto& of_service = lengths[leg.service];
      if (const auto time = leg.service_time()) of_service.push_back(*time);
      if (leg.end == LegEnd::kMovedOn) usual.sends_on.insert(leg.service);
    }
  for (auto& [service, all] : lengths) usual.times[service] = median_or(std::move(all), kSomeTime);
  return usual;
}

simulate::Person person(const Leg& leg, const Usual& usual) {
  simulate::Person made;
  made.comes = leg.end != LegEnd::kNoShow && leg.end != LegEnd::kCancelled;
  made.walk = leg.walk.value_or(Millis(0));
  made.service_time = leg.service_time().value_or(usual.times.at(leg.service));
  const bool leaves = leg.end == LegEnd::kServed || leg.end == LegEnd::kTransferred;
  made.ends_visit = leaves && usual.sends_on.contains(leg.service);
  if (leg.end == LegEnd::kTransferred) made.goes_on_after = Millis(0);
  return made;
}

Visitor visitor(const Visit& visit, const Usual& usual) {
  const Leg& first = visit.front();
  Visitor made{first.joined_at.time, ServiceId(first.service), ClassId(first.ticket_class),
               person(first, usual)};
  for (std::size_t i = 1; i < visit.size(); ++i)
    made.later.push_back({ServiceId(visit[i].service), person(visit[i], usual)});
  return made;
}

simulate::TimeOfDay time_of_day(const Zone& zone, const Stamp& stamp) {
  const auto local = zone.to_local(stamp.time);
  return std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

/// Whoever opened a counter was there from then until it closed, but for the breaks.
std::vector<simulate::OfficerHabits> officers(const std::vector<Stretch>& stretches, const Zone& zone) {
  std::map<std::string, simulate::OfficerHabits> all;
  for (const auto& stretch : stretches) {
    const auto from = time_of_day(zone, stretch.from), until = time_of_day(zone, stretch.until);
    const CounterId counter(stretch.counter);
    auto& officer = all.try_emplace(stretch.counter,
                                    simulate::OfficerHabits{counter, "o-" + stretch.counter, from, until, {}})
                        .first->second;
    if (from > officer.until) officer.breaks.emplace_back(officer.until, from);
    if (stretch.spent == statistics::Spent::kBreak && until > from) officer.breaks.emplace_back(from, until);
    officer.until = std::max(officer.until, until);
  }
  std::vector<simulate::OfficerHabits> made;
  for (auto& [counter, officer] : all) made.push_back(std::move(officer));
  return made;
}

/// From one person to the next at a counter, where that was not at once.
std::vector<Millis> tidying(const std::vector<Stretch>& stretches) {
  std::vector<Millis> lengths;
  for (const auto& stretch : stretches)
    if (stretch.spent == statistics::Spent::kIdle && stretch.length() <= kLongestTidying)
      lengths.push_back(stretch.length());
  return lengths;
}

/// As many persons leave something to tidy up, evenly over the day.
void leave_to_tidy(std::vector<Visitor>& visitors, std::size_t legs, std::size_t tidied) {
  const double share = legs == 0 ? 0 : static_cast<double>(tidied) / static_cast<double>(legs);
  double due = 0;
  const auto leave = [&](simulate::Person& person) {
    due += share;
    person.tidied_after = due >= 1;
    if (person.tidied_after) due -= 1;
  };
  for (auto& visitor : visitors) {
    leave(visitor.person);
    for (auto& leg : visitor.later) leave(leg.person);
  }
}

}  // namespace

PastDay past_day(const std::vector<protocol::Event>& events, const Zone& zone) {
  const auto happened = statistics::without_undone(events);
  auto legs = statistics::legs_of(happened, events.empty() ? "" : events.back().day);
  const auto count = legs.size();
  const auto visits = visits_of(std::move(legs));
  const auto usual = usual_of(visits);
  PastDay day;
  for (const auto& [ticket, visit] : visits) day.visitors.push_back(visitor(visit, usual));
  std::stable_sort(day.visitors.begin(), day.visitors.end(),
                   [](const Visitor& a, const Visitor& b) { return a.at < b.at; });
  for (const auto& [service, time] : usual.times)
    day.habits.services.push_back({.service = ServiceId(service),
                                   .at = kDoor,
                                   .arrivals = {},
                                   .classes = {},
                                   .service_time = {std::chrono::round<Seconds>(time), 0},
                                   .then = {}});
  const auto stretches = statistics::stretches_of(happened);
  day.habits.officers = officers(stretches, zone);
  const auto pauses = tidying(stretches);
  leave_to_tidy(day.visitors, count, pauses.size());
  day.habits.manners = {.walk = {Seconds(10), 0},
                        .recall_after = Seconds(30),
                        .recalls = 2,
                        .pause_between = {std::chrono::round<Seconds>(median_or(pauses, kSomeTidying)), 0},
                        .tidies_first = 0,
                        .patience = std::chrono::hours(3)};
  return day;
}

}  // namespace panggil::what_if
