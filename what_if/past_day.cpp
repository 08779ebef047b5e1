#include "what_if/past_day.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace panggil::what_if {
namespace {

using protocol::Event;
using simulate::Visitor;
using std::chrono::minutes;

/// Longer between two people is no clearing of the desk: nobody was waiting, or the officer was away.
constexpr minutes kLongestTidying{5};
/// Of a service where nobody was served.
constexpr minutes kSomeTime{5};
const ClientId kDoor("kiosk-1");

/// One wait and one service, as it went.
struct PastLeg {
  ServiceId service;
  bool under_the_same_number = true;  ///< as the leg before it
  bool came = true;
  Millis walk{0};
  Millis served{0};                 ///< so far; somebody on hold is served in parts
  std::optional<WallTime> begun{};  ///< this part
  std::optional<WallTime> ended{};
};

struct PastVisit {
  WallTime at;
  ClassId ticket_class;
  std::vector<PastLeg> legs;
};

std::set<std::uint64_t> undone(const std::vector<Event>& events) {
  std::set<std::uint64_t> all;
  for (const auto& event : events)
    if (event.kind == "action-undone" && event.first && event.last)
      for (auto seq = *event.first; seq <= *event.last; ++seq) all.insert(seq);
  return all;
}

Millis median(std::vector<Millis> lengths, Millis otherwise) {
  if (lengths.empty()) return otherwise;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

/// Follows the visits through the day's events.
class Visits {
 public:
  void take(const Event& event);
  const std::map<std::string, PastVisit>& all() const { return visits_; }
  Millis between() const { return median(tidying_, Seconds(10)); }

 private:
  void end_part(PastLeg& leg, WallTime at);
  void end(PastLeg& leg, const Event& event);

  std::map<std::string, PastVisit> visits_;
  std::map<std::string, WallTime> free_since_;  ///< counters
  std::vector<Millis> tidying_;
};

void Visits::take(const Event& event) {
  if (!event.ticket) return;
  const WallTime at = event.at.time;
  if (event.kind == "ticket-issued")
    visits_.insert_or_assign(*event.ticket,
                             PastVisit{at, ClassId(*event.ticket_class), {{ServiceId(*event.service)}}});
  const auto found = visits_.find(*event.ticket);
  if (found == visits_.end()) return;
  auto& legs = found->second.legs;
  PastLeg& leg = legs.back();
  if (event.kind == "ticket-called") {
    if (const auto free = free_since_.extract(*event.counter);
        !free.empty() && at - free.mapped() <= kLongestTidying && at > free.mapped())
      tidying_.push_back(at - free.mapped());
    leg.begun = at;
    leg.came = true;
  } else if (event.kind == "service-started" && leg.begun) {
    leg.walk = at - *leg.begun;
    leg.begun = at;
  } else if (event.kind == "ticket-held") {
    end_part(leg, at);
  } else if (event.kind == "ticket-completed") {
    end(leg, event);
    if (event.then) legs.push_back({.service = ServiceId(*event.then)});
  } else if (event.kind == "ticket-transferred") {
    end(leg, event);
    legs.push_back({.service = ServiceId(*event.service), .under_the_same_number = false});
  } else if (event.kind == "ticket-skipped" || event.kind == "ticket-cancelled") {
    leg.came = false;
    leg.begun.reset();
  }
}

void Visits::end_part(PastLeg& leg, WallTime at) {
  if (leg.begun) leg.served += at - *leg.begun;
  leg.begun.reset();
}

void Visits::end(PastLeg& leg, const Event& event) {
  end_part(leg, event.at.time);
  leg.ended = event.at.time;
  if (event.counter) free_since_[*event.counter] = event.at.time;
}

/// When each counter was open.
class Openings {
 public:
  void take(const Event& event);
  std::vector<simulate::OfficerHabits> officers(const Zone& zone, WallTime day_ends);

 private:
  struct Span {
    WallTime from;
    std::optional<WallTime> until;
  };
  std::map<std::string, std::vector<Span>> open_;
};

void Openings::take(const Event& event) {
  if (event.kind != "counter-opened" && event.kind != "counter-paused" && event.kind != "counter-closed")
    return;
  auto& spans = open_[*event.counter];
  const bool is_open = !spans.empty() && !spans.back().until;
  const bool opens = event.kind == "counter-opened";
  if (opens && !is_open) spans.push_back({event.at.time, {}});
  if (!opens && is_open) spans.back().until = event.at.time;
}

simulate::TimeOfDay time_of_day(const Zone& zone, WallTime time) {
  const auto local = zone.to_local(time);
  return std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

std::vector<simulate::OfficerHabits> Openings::officers(const Zone& zone, WallTime day_ends) {
  std::vector<simulate::OfficerHabits> all;
  for (const auto& [counter, spans] : open_) {
    if (spans.empty()) continue;
    simulate::OfficerHabits officer{.counter = CounterId(counter),
                                    .officer = "o-" + counter,
                                    .from = time_of_day(zone, spans.front().from),
                                    .until = time_of_day(zone, spans.back().until.value_or(day_ends)),
                                    .breaks = {}};
    for (std::size_t i = 1; i < spans.size(); ++i)
      officer.breaks.emplace_back(time_of_day(zone, *spans[i - 1].until), time_of_day(zone, spans[i].from));
    all.push_back(std::move(officer));
  }
  return all;
}

std::map<ServiceId, Millis> usual_times(const std::map<std::string, PastVisit>& visits) {
  std::map<ServiceId, std::vector<Millis>> lengths;
  for (const auto& [ticket, visit] : visits)
    for (const auto& leg : visit.legs) {
      auto& of_service = lengths[leg.service];
      if (leg.ended) of_service.push_back(leg.served);
    }
  std::map<ServiceId, Millis> usual;
  for (auto& [service, all] : lengths) usual[service] = median(std::move(all), kSomeTime);
  return usual;
}

simulate::Person person(const PastLeg& leg, const PastLeg* next, const std::map<ServiceId, Millis>& usual) {
  simulate::Person made;
  made.comes = leg.came;
  made.walk = leg.walk;
  made.service_time = leg.ended ? leg.served : usual.at(leg.service);
  if (next && !next->under_the_same_number) made.goes_on_after = Millis(0);
  made.ends_visit = leg.ended && !(next && next->under_the_same_number);
  return made;
}

Visitor visitor(const PastVisit& visit, const std::map<ServiceId, Millis>& usual) {
  const auto leg_at = [&](std::size_t i) {
    return person(visit.legs[i], i + 1 < visit.legs.size() ? &visit.legs[i + 1] : nullptr, usual);
  };
  Visitor made{visit.at, visit.legs.front().service, visit.ticket_class, leg_at(0)};
  for (std::size_t i = 1; i < visit.legs.size(); ++i)
    made.later.push_back({visit.legs[i].service, leg_at(i)});
  return made;
}

}  // namespace

PastDay past_day(const std::vector<Event>& events, const Zone& zone) {
  Visits visits;
  Openings openings;
  const auto left_out = undone(events);
  for (const auto& event : events) {
    if (left_out.contains(event.seq)) continue;
    visits.take(event);
    openings.take(event);
  }
  const auto usual = usual_times(visits.all());
  PastDay day;
  for (const auto& [ticket, visit] : visits.all()) day.visitors.push_back(visitor(visit, usual));
  std::stable_sort(day.visitors.begin(), day.visitors.end(),
                   [](const Visitor& a, const Visitor& b) { return a.at < b.at; });
  for (const auto& [service, time] : usual)
    day.habits.services.push_back({.service = service,
                                   .at = kDoor,
                                   .arrivals = {},
                                   .classes = {},
                                   .service_time = {std::chrono::round<Seconds>(time), 0},
                                   .then = {}});
  if (!events.empty()) day.habits.officers = openings.officers(zone, events.back().at.time);
  day.habits.manners = {.walk = {Seconds(10), 0},
                        .recall_after = Seconds(30),
                        .recalls = 2,
                        .pause_between = {std::chrono::round<Seconds>(visits.between()), 0},
                        .tidies_first = 0,
                        .patience = std::chrono::hours(3)};
  return day;
}

}  // namespace panggil::what_if
