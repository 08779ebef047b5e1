#include "simulate/model/visitors.hpp"

#include <algorithm>
#include <cassert>

namespace panggil::simulate {
namespace {

using std::chrono::hours;

/// Times of day at which somebody comes: exponential gaps, drawn anew where the rate changes.
std::vector<Millis> arrivals(const std::vector<Rate>& rates, Draw& draw) {
  std::vector<Millis> times;
  for (std::size_t i = 0; i + 1 < rates.size(); ++i) {
    if (rates[i].per_hour <= 0) continue;
    const double mean_ms = static_cast<double>(Millis(hours(1)).count()) / rates[i].per_hour;
    Millis at = rates[i].from;
    while ((at += Millis(static_cast<Millis::rep>(draw.exponential(mean_ms)))) < rates[i + 1].from)
      times.push_back(at);
  }
  return times;
}

std::optional<ClassId> draw_class(const std::map<ClassId, double>& shares, Draw& draw) {
  double left = draw.unit();
  for (const auto& [name, share] : shares)
    if ((left -= share) < 0) return name;
  return std::nullopt;
}

Person person(const Habits& habits, const ServiceHabits& service, Draw& draw) {
  Person made;
  made.comes = !draw.chance(service.no_show);
  made.walk = draw.length(habits.manners.walk);
  made.service_time = draw.length(service.service_time);
  made.tidied_after = draw.chance(habits.manners.tidies_first);
  const bool goes_on = service.then && draw.chance(service.then->share);
  if (goes_on && service.then->after) made.goes_on_after = draw.length(*service.then->after);
  made.ends_visit = service.then && !service.then->after && !goes_on;
  return made;
}

}  // namespace

std::vector<Visitor> visitors(const Habits& habits, const Zone& zone, Day day, std::uint64_t seed) {
  std::vector<Visitor> all;
  const LocalTime midnight{std::chrono::local_days(day).time_since_epoch()};
  for (const ServiceHabits& service : habits.services) {
    Draw when(seed, "arrivals " + service.service.text());
    Draw who(seed, "people " + service.service.text());
    for (const Millis at : arrivals(service.arrivals, when))
      all.push_back({zone.to_wall(midnight + at), service.service, draw_class(service.classes, who),
                     person(habits, service, who)});
  }
  std::stable_sort(all.begin(), all.end(), [](const Visitor& a, const Visitor& b) { return a.at < b.at; });
  return all;
}

Visitor going_on(const Habits& habits, const Visitor& before, WallTime at, Draw& draw) {
  if (!before.later.empty()) {
    const Leg& next = before.later.front();
    return {at,
            next.service,
            before.ticket_class,
            next.person,
            0,
            {before.later.begin() + 1, before.later.end()}};
  }
  const ServiceHabits* from = habits.find(before.service);
  assert(from && from->then);
  const ServiceHabits* to = habits.find(from->then->service);
  assert(to);
  return {at, to->service, before.ticket_class, person(habits, *to, draw)};
}

Person anybody(const Habits& habits, const ServiceId& service, Draw& draw) {
  if (const ServiceHabits* known = habits.find(service)) return person(habits, *known, draw);
  return {};
}

}  // namespace panggil::simulate
