#include "dispatcher/foresight/foresight.hpp"

#include "dispatcher/foresight/telling.hpp"

namespace panggil::foresight {

std::optional<Foresight> Foresight::recalled(const Zone& zone, std::string_view experience) {
  auto estimator = estimates::Estimator::recalled(zone, experience);
  if (!estimator) return std::nullopt;
  return Foresight(std::move(*estimator));
}

void Foresight::happened(const core::Office& office, const core::State& state, const core::Event& event) {
  tell(estimator_, office, state, event);
  if (std::holds_alternative<core::DayStarted>(event.body) || moves_counters(event.body)) looked_.reset();
  for (const auto& number : tickets_of(event.body))
    if (const auto* ticket = state.find(number)) stirred_.insert(ticket->service);
}

void Foresight::begin_day(const core::Office& office, const core::State& state) {
  tell_day(estimator_, office, state);
  looked_.reset();
}

void Foresight::join(const core::Office& office, const core::State& state, WallTime now) {
  if (!state.day) return;
  estimator_.begin_day(*state.day);
  tell_hours(estimator_, office, *state.day);
  // Before the counters, so that nothing is guessed: their real waits cannot be learnt from any more.
  for (const auto& [number, ticket] : state.tickets)
    if (in_line(office, state, number) != nullptr) estimator_.arrive(number, ticket.service, 0, now);
  tell_counters(estimator_, office, state, now);
  looked_.reset();
}

void Foresight::reloaded(const core::Office& office, const core::State& state, WallTime now) {
  if (!state.day) return;
  tell_hours(estimator_, office, *state.day);
  tell_counters(estimator_, office, state, now);
  looked_.reset();
}

bool Foresight::due(WallTime now) const {
  // The clock may go back.
  return !looked_ || std::chrono::abs(now - *looked_) >= kLookPeriod;
}

const estimates::Outlook& Foresight::outlook(const core::Office& office, const core::State& state,
                                             WallTime now) {
  const bool all = due(now);
  if (all) {
    outlook_.clear();
    looked_ = now;
  }
  for (const auto& service : office.services)
    if (all || stirred_.contains(service.id)) reckon(state, service.id, now);
  stirred_.clear();
  return outlook_;
}

void Foresight::reckon(const core::State& state, const ServiceId& service, WallTime now) {
  outlook_.erase(service);
  if (const auto estimate = estimator_.estimate(service, state.queue(service).waiting(), now))
    outlook_.emplace(service, estimate->band);
}

}  // namespace panggil::foresight
