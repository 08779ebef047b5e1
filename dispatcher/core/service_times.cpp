#include "dispatcher/core/service_times.hpp"

#include <algorithm>

namespace panggil::core {
namespace {

void add(std::map<ServiceId, ServedDay>& served, Day day, const ServiceId& service, Millis at_counter) {
  // A clock that was set makes a time that nobody had.
  if (at_counter <= Millis(0) || at_counter > kLongestService) return;
  auto& of_service = served.try_emplace(service, ServedDay{.day = day}).first->second;
  ++of_service.people;
  of_service.at_counter += at_counter;
}

}  // namespace

void remember_service_times(State& state) {
  std::map<ServiceId, ServedDay> served;
  for (const auto& [number, ticket] : state.tickets) {
    for (const auto& leg : ticket.earlier_legs) add(served, *state.day, leg.service, leg.at_counter);
    if (ticket.state == TicketState::kCompleted && ticket.called_at && ticket.ended_at)
      add(served, *state.day, ticket.service, *ticket.ended_at - *ticket.called_at);
  }
  for (const auto& [service, day] : served) {
    auto& days = state.served[service];
    days.push_back(day);
    if (days.size() > kKeptServedDays) days.pop_front();
  }
}

void forget_service_times(State& state) {
  state.served.clear();
  for (auto& [number, ticket] : state.tickets) ticket.earlier_legs.clear();
  for (auto& [counter, action] : state.undoable) {
    for (auto& ticket : action.tickets) ticket.earlier_legs.clear();
  }
}

std::optional<Millis> measured_service_time(const State& state, const ServiceId& service, int days) {
  const auto found = state.served.find(service);
  if (found == state.served.end() || days <= 0) return std::nullopt;
  const auto& kept = found->second;
  const auto last = std::min(kept.size(), static_cast<std::size_t>(days));
  ServedDay sum;
  for (auto day = kept.end() - static_cast<std::ptrdiff_t>(last); day != kept.end(); ++day) {
    sum.people += day->people;
    sum.at_counter += day->at_counter;
  }
  if (sum.people < kFewestMeasured) return std::nullopt;
  return sum.at_counter / sum.people;
}

}  // namespace panggil::core
