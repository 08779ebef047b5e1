#include "simulate/model/recorded_day.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace panggil::simulate {
namespace {

/// Enough machines for several people to ask at once, each service always at the same one, so that its order
/// holds.
constexpr std::size_t kKiosks = 3;

Habits kiosks_of(const protocol::Office& office) {
  Habits habits{};
  for (std::size_t i = 0; i < office.services.size(); ++i)
    habits.services.push_back({.service = ServiceId(office.services[i].service),
                               .at = ClientId("kiosk-" + std::to_string(1 + i % kKiosks)),
                               .arrivals = {},
                               .classes = {},
                               .service_time = {},
                               .then = {}});
  return habits;
}

LocalTime midnight(const Zone& zone, WallTime now) {
  return LocalTime(std::chrono::floor<std::chrono::days>(zone.to_local(now)).time_since_epoch());
}

}  // namespace

Comparison compare(const std::vector<PlayedTicket>& tickets) {
  Comparison made;
  made.recorded = tickets.size();
  std::vector<Seconds> then, now, differences;
  for (const PlayedTicket& ticket : tickets) {
    if (ticket.number) ++made.issued;
    if (ticket.waited_then) then.push_back(*ticket.waited_then);
    if (ticket.waited_now) now.push_back(*ticket.waited_now);
    if (ticket.waited_then && ticket.waited_now)
      differences.push_back(std::chrono::abs(*ticket.waited_now - *ticket.waited_then));
  }
  made.then = figures(std::move(then));
  made.now = figures(std::move(now));
  made.mean_difference = figures(differences).mean;
  if (!differences.empty()) made.most_difference = *std::max_element(differences.begin(), differences.end());
  return made;
}

RecordedDay::RecordedDay(const Trace& trace, const std::map<std::string, ServiceId>& services,
                         const protocol::Office& office, WallTime now, Millis later)
    : habits_(kiosks_of(office)), entrance_(habits_), calls_(office) {
  const auto zone = Zone::find(office.timezone);
  assert(zone);
  const auto moment = [&, start = midnight(*zone, now)](Seconds of_day) {
    return zone->to_wall(start + of_day) + later;
  };
  begins_ = moment(trace.tickets.front().arrived);
  for (const RecordedTicket& ticket : trace.tickets) {
    const ServiceId& service = services.at(ticket.service);
    entrance_.expect({moment(ticket.arrived), service, std::nullopt, {}, played_.size()});
    PlayedTicket played{};
    if (ticket.called) {
      calls_.add(service, moment(*ticket.called));
      played.waited_then = *ticket.called - ticket.arrived;
    }
    played_.push_back(std::move(played));
  }
}

std::vector<ClientId> RecordedDay::cast() const {
  auto clients = entrance_.devices();
  const auto officers = calls_.officers();
  clients.insert(clients.end(), officers.begin(), officers.end());
  return clients;
}

std::vector<Press> RecordedDay::due(WallTime now) {
  if (wound_up_) return {};
  if (!entrance_.expects_anybody() && calls_.done(now)) calls_.close_down();
  auto presses = entrance_.due(now);
  auto calls = calls_.due(now);
  std::move(calls.begin(), calls.end(), std::back_inserter(presses));
  return presses;
}

std::optional<WallTime> RecordedDay::next_due() const {
  const auto visitor = entrance_.next_due();
  const auto call = calls_.next_due();
  if (!visitor || !call) return visitor ? visitor : call;
  return std::min(*visitor, *call);
}

void RecordedDay::settled(const Press& press, const session::Outcome& outcome, WallTime now) {
  if (comes_again(outcome, now))
    tally_.count_again();
  else
    tally_.count(outcome);
  if (calls_.has(press.client)) {
    calls_.settled(press, outcome, now);
    take(outcome);
  } else if (const auto ticketed = entrance_.settled(press, outcome, now)) {
    give(*ticketed);
  }
}

void RecordedDay::settled_late(const Press& press, const session::Outcome& outcome, WallTime) {
  tally_.count_late(outcome);
  take(outcome);
  if (const auto ticketed = entrance_.settled_late(press, outcome)) give(*ticketed);
}

void RecordedDay::give(const Entrance::Ticketed& ticketed) {
  played_[ticketed.visitor.number].number = ticketed.ticket;
  waiting_.insert_or_assign(ticketed.ticket, ticketed.visitor);
  calls_.issued(ticketed.visitor.service);
}

void RecordedDay::take(const session::Outcome& outcome) {
  const auto* done = std::get_if<session::Done>(&outcome);
  const auto* call = done ? std::get_if<protocol::CallResult>(&*done->answer.result) : nullptr;
  if (!call || !call->called) return;
  const auto found = waiting_.extract(call->called->ticket);
  if (!found.empty()) played_[found.mapped().number].waited_now = Seconds(call->called->waited_s);
}

void RecordedDay::seen(const protocol::Counter& counter, WallTime) {
  calls_.seen(counter);
}

void RecordedDay::happened(const protocol::Event&, WallTime) {}

void RecordedDay::wind_up() {
  wound_up_ = true;
  entrance_.shut();
}

bool RecordedDay::over(WallTime) const {
  if (entrance_.anybody_pressing() || calls_.anybody_pressing()) return false;
  return wound_up_ || (calls_.closing_down() && calls_.all_closed());
}

std::map<ServiceId, std::size_t> RecordedDay::waiting() const {
  std::map<ServiceId, std::size_t> counts;
  for (const ServiceHabits& service : habits_.services) counts[service.service] = 0;
  for (const auto& [number, visitor] : waiting_) ++counts[visitor.service];
  return counts;
}

}  // namespace panggil::simulate
