/// \file
/// What an event of the queue means to whoever estimates waiting times: the dispatcher's own estimator and
/// the evaluation of docs/estimates.md are told by the same lines.
#pragma once

#include <vector>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/selection.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/estimates/working_time.hpp"

namespace panggil::foresight {

/// When the service is open on a service day, in order; nothing when that is always, or not at all.
std::vector<estimates::Opening> openings(const core::Office& office, const core::Service& service, Day day);
/// How many open counters take the service.
int open_counters(const core::Office& office, const core::State& state, const ServiceId& service);
/// The tickets that the event says something of.
std::vector<TicketNumber> tickets_of(const core::EventBody& body);
/// Whether other counters may be open after the event than before it.
bool moves_counters(const core::EventBody& body);
/// The ticket if it waits in a line of the office, where anybody who takes the service may call it; or null.
const core::Ticket* in_line(const core::Office& office, const core::State& state, const TicketNumber& number);

/// Anything with the Estimator's functions is a Listener.
template <class Listener>
void tell_hours(Listener& to, const core::Office& office, Day day) {
  for (const auto& service : office.services) to.open_hours(service.id, openings(office, service, day));
}

template <class Listener>
void tell_counters(Listener& to, const core::Office& office, const core::State& state, WallTime now) {
  for (const auto& service : office.services)
    to.set_counters(service.id, open_counters(office, state, service.id), now);
}

/// The state's day begins. Counters may be open already; since when plays no part while nobody waits.
template <class Listener>
void tell_day(Listener& to, const core::Office& office, const core::State& state) {
  to.begin_day(*state.day);
  tell_hours(to, office, *state.day);
  tell_counters(to, office, state, WallTime{});
}

/// Who waits has come, and comes again to each further leg of the visit and after an undone call; who does
/// not has left, however that came about.
template <class Listener>
void tell_place(Listener& to, const core::Office& office, const core::State& state,
                const TicketNumber& number, WallTime now) {
  if (const auto* ticket = in_line(office, state, number)) {
    to.arrive(number, ticket->service, core::ahead_of(office, state, number, now), now);
  } else {
    to.leave(number, now);
  }
}

/// \param state  that after the event
template <class Listener>
void tell(Listener& to, const core::Office& office, const core::State& state, const core::Event& event) {
  if (std::holds_alternative<core::DayStarted>(event.body)) return tell_day(to, office, state);
  if (const auto* called = std::get_if<core::TicketCalled>(&event.body))
    return to.call(called->ticket, event.at);
  for (const auto& number : tickets_of(event.body)) tell_place(to, office, state, number, event.at);
  if (moves_counters(event.body)) tell_counters(to, office, state, event.at);
}

}  // namespace panggil::foresight
