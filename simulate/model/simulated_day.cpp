#include "simulate/model/simulated_day.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/texts/spoken.hpp"

namespace panggil::simulate {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const protocol::OfficeCounter* find_counter(const protocol::Office& office, const CounterId& counter) {
  const auto found = std::find_if(office.counters.begin(), office.counters.end(),
                                  [&](const auto& each) { return each.counter == counter.text(); });
  return found == office.counters.end() ? nullptr : &*found;
}

/// Whoever is served goes on there, with another number or under the same one.
bool goes_on_to(const Habits& habits, const Visitor& visitor, const ServiceId& service) {
  if (!visitor.person.comes) return false;
  if (!visitor.later.empty()) return visitor.later.front().service == service;
  const auto* known = habits.find(visitor.service);
  if (!known->then || known->then->service != service) return false;
  return known->then->after ? visitor.person.goes_on_after.has_value() : !visitor.person.ends_visit;
}

bool has_service(const protocol::Office& office, const ServiceId& service) {
  return std::any_of(office.services.begin(), office.services.end(),
                     [&](const auto& each) { return each.service == service.text(); });
}

bool is_staffed(const Habits& habits, const protocol::Office& office, const ServiceId& service) {
  return std::any_of(habits.officers.begin(), habits.officers.end(), [&](const OfficerHabits& officer) {
    const auto* counter = find_counter(office, officer.counter);
    return counter && has(counter->services, service.text());
  });
}

Zone zone_of(const protocol::Office& office) {
  const auto zone = Zone::find(office.timezone);
  assert(zone);
  return *zone;
}

Day day_of(const Zone& zone, WallTime now) {
  return Day(
      std::chrono::sys_days(std::chrono::floor<std::chrono::days>(zone.to_local(now)).time_since_epoch()));
}

WallTime end_of(const Habits& habits, const Zone& zone, Day day) {
  WallTime end{};
  for (const OfficerHabits& officer : habits.officers) end = std::max(end, shift(officer, zone, day).until);
  return end + habits.manners.patience;
}

std::map<CounterId, std::vector<ServiceId>> services_of(const protocol::Office& office) {
  std::map<CounterId, std::vector<ServiceId>> all;
  for (const auto& counter : office.counters) {
    auto& services = all[CounterId(counter.counter)];
    for (const auto& service : counter.services) services.emplace_back(service);
  }
  return all;
}

}  // namespace

std::vector<std::string> mismatches(const Habits& habits, const protocol::Office& office) {
  std::vector<std::string> all;
  for (const ServiceHabits& service : habits.services) {
    if (!has_service(office, service.service)) {
      all.push_back(spoken_text("misfit.service", {{"service", service.service.text()}}));
    } else if (!is_staffed(habits, office, service.service)) {
      all.push_back(spoken_text("misfit.officer", {{"service", service.service.text()}}));
    }
    for (const auto& [name, share] : service.classes)
      if (!has(office.classes, name.text()))
        all.push_back(spoken_text("misfit.class", {{"class", name.text()}}));
  }
  for (const OfficerHabits& officer : habits.officers)
    if (!find_counter(office, officer.counter))
      all.push_back(spoken_text("misfit.counter", {{"counter", officer.counter.text()}}));
  return all;
}

SimulatedDay::SimulatedDay(const Habits& habits, const protocol::Office& office, WallTime now,
                           std::uint64_t seed)
    : SimulatedDay(habits, office, now, seed,
                   visitors(habits, zone_of(office), day_of(zone_of(office), now), seed)) {}

SimulatedDay::SimulatedDay(Habits habits, const protocol::Office& office, WallTime now, std::uint64_t seed,
                           std::vector<Visitor> visitors)
    : habits_(std::move(habits)),
      services_(services_of(office)),
      draw_(seed, "on the way"),
      entrance_(habits_),
      floor_(habits_, zone_of(office), day_of(zone_of(office), now), Draw(seed, "officers")),
      ends_(end_of(habits_, zone_of(office), day_of(zone_of(office), now))) {
  for (Visitor& visitor : visitors)
    if (visitor.at >= now) entrance_.expect(std::move(visitor));
}

std::vector<ClientId> SimulatedDay::cast() const {
  auto clients = entrance_.devices();
  const auto officers = floor_.officers();
  clients.insert(clients.end(), officers.begin(), officers.end());
  return clients;
}

std::vector<Press> SimulatedDay::due(WallTime now) {
  if (winding_up_) return {};
  auto presses = entrance_.due(now);
  const Floor::Surroundings around{[this](const auto& ticket) { return person(ticket); },
                                   [this](const auto& counter) { return more_to_come(counter); }};
  auto more = floor_.due(around, now);
  std::move(more.begin(), more.end(), std::back_inserter(presses));
  return presses;
}

std::optional<WallTime> SimulatedDay::next_due() const {
  const auto visitor = entrance_.next_due();
  const auto officer = floor_.next_due();
  if (!visitor || !officer) return visitor ? visitor : officer;
  return std::min(*visitor, *officer);
}

Person SimulatedDay::person(const protocol::CurrentTicket& ticket) {
  if (const auto holder = holders_.find(ticket.ticket); holder != holders_.end())
    return holder->second.visitor.person;
  const auto known = strangers_.find(ticket.ticket);
  if (known != strangers_.end()) return known->second;
  return strangers_.emplace(ticket.ticket, anybody(habits_, ServiceId(ticket.service), draw_)).first->second;
}

bool SimulatedDay::more_to_come(const CounterId& counter) const {
  const auto& services = services_.at(counter);
  return std::any_of(services.begin(), services.end(), [&](const ServiceId& service) {
    if (entrance_.expects_anybody_for(service)) return true;
    return std::any_of(holders_.begin(), holders_.end(),
                       [&](const auto& each) { return goes_on_to(habits_, each.second.visitor, service); });
  });
}

void SimulatedDay::settled(const Press& press, const session::Outcome& outcome, WallTime now) {
  if (comes_again(outcome, now))
    tally_.count_again();
  else
    tally_.count(outcome);
  if (!floor_.has(press.client)) {
    if (auto ticketed = entrance_.settled(press, outcome, now)) give(std::move(*ticketed));
    return;
  }
  floor_.settled(press, outcome, now);
  if (const auto* done = std::get_if<session::Done>(&outcome)) take(done->answer, now);
}

void SimulatedDay::settled_late(const Press& press, const session::Outcome& outcome, WallTime now) {
  tally_.count_late(outcome);
  if (auto ticketed = entrance_.settled_late(press, outcome)) give(std::move(*ticketed));
  if (const auto* done = std::get_if<session::Done>(&outcome); done && floor_.has(press.client))
    take(done->answer, now);
}

void SimulatedDay::give(Entrance::Ticketed ticketed) {
  holders_.insert_or_assign(ticketed.ticket, Holder{std::move(ticketed.visitor)});
}

void SimulatedDay::take(const protocol::Answer& answer, WallTime now) {
  if (const auto* ticket = std::get_if<protocol::TicketResult>(&*answer.result)) {
    if (ticket->state == "completed") served(ticket->ticket, now);
    if (ticket->state == "waiting") sent_on(ticket->ticket, ticket->service, now);
  }
  if (const auto* call = std::get_if<protocol::CallResult>(&*answer.result)) {
    if (call->completed && call->completed->then)
      sent_on(call->completed->ticket, *call->completed->then, now);
    else if (call->completed)
      served(call->completed->ticket, now);
    if (call->skipped) holders_.erase(call->skipped->ticket);
    if (call->called) called(call->called->ticket);
  }
}

void SimulatedDay::called(const std::string& ticket) {
  if (const auto holder = holders_.find(ticket); holder != holders_.end()) holder->second.called = true;
}

void SimulatedDay::served(const std::string& ticket, WallTime now) {
  const auto found = holders_.extract(ticket);
  if (found.empty()) return;
  const Visitor& visitor = found.mapped().visitor;
  if (const auto after = visitor.person.goes_on_after; after && !winding_up_)
    entrance_.expect(going_on(habits_, visitor, now + *after, draw_));
}

void SimulatedDay::sent_on(const std::string& ticket, const std::string& then, WallTime now) {
  const auto holder = holders_.find(ticket);
  // The event of what an answer has told already changes nothing.
  if (holder == holders_.end() || holder->second.visitor.service.text() == then) return;
  const Visitor& before = holder->second.visitor;
  if (!goes_on_to(habits_, before, ServiceId(then))) return void(holders_.erase(holder));
  holder->second = {going_on(habits_, before, now, draw_)};
}

void SimulatedDay::seen(const protocol::Counter& counter, WallTime) {
  floor_.seen(counter);
}

void SimulatedDay::happened(const protocol::Event& event, WallTime now) {
  // Mostly what an answer has told already; the rest somebody did at a counter that has a person at it.
  if (!event.ticket) return;
  if (event.kind == "ticket-called") called(*event.ticket);
  if (event.kind == "ticket-completed" && event.then) sent_on(*event.ticket, *event.then, now);
  if (event.kind == "ticket-completed" && !event.then) served(*event.ticket, now);
  if (event.kind == "ticket-skipped" || event.kind == "ticket-cancelled") holders_.erase(*event.ticket);
}

void SimulatedDay::wind_up() {
  winding_up_ = true;
  entrance_.shut();
}

bool SimulatedDay::over(WallTime now) const {
  if (floor_.anybody_pressing() || entrance_.anybody_pressing()) return false;
  if (winding_up_ || now > ends_) return true;
  return !entrance_.expects_anybody() && holders_.empty() && floor_.all_closed();
}

std::map<ServiceId, std::size_t> SimulatedDay::waiting() const {
  std::map<ServiceId, std::size_t> counts;
  for (const ServiceHabits& service : habits_.services) counts[service.service] = 0;
  for (const auto& [ticket, holder] : holders_)
    if (!holder.called) ++counts[holder.visitor.service];
  return counts;
}

}  // namespace panggil::simulate
