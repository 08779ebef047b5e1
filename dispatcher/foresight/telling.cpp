#include "dispatcher/foresight/telling.hpp"

#include <algorithm>

#include "dispatcher/core/openings.hpp"

namespace panggil::foresight {
namespace {

/// The part of an opening of the local day that lies in the service day.
estimates::Opening within(const core::Office& office, std::chrono::local_days day, const core::Opening& part,
                          const estimates::Opening& service_day) {
  const LocalTime midnight(day);
  return {std::max(office.zone.to_wall(midnight + part.from), service_day.from),
          std::min(office.zone.to_wall(midnight + part.until), service_day.until)};
}

}  // namespace

std::vector<estimates::Opening> openings(const core::Office& office, const core::Service& service, Day day) {
  std::vector<estimates::Opening> all;
  if (core::always_open(office, service)) return all;
  const std::chrono::local_days first(day);
  const std::chrono::local_days second = first + std::chrono::days(1);
  const estimates::Opening whole{office.zone.to_wall(LocalTime(first) + office.day_starts),
                                 office.zone.to_wall(LocalTime(second) + office.day_starts)};
  for (const auto local : {first, second}) {
    for (const auto& part : core::openings_on(office, service, Day(local))) {
      const auto opening = within(office, local, part, whole);
      if (opening.from < opening.until) all.push_back(opening);
    }
  }
  return all;
}

int open_counters(const core::Office& office, const core::State& state, const ServiceId& service) {
  return static_cast<int>(std::ranges::count_if(office.counters, [&](const core::Counter& each) {
    return each.takes(service) && state.counter(each.id).state == core::CounterState::kOpen;
  }));
}

std::vector<TicketNumber> tickets_of(const core::EventBody& body) {
  return std::visit(
      [](const auto& each) {
        std::vector<TicketNumber> numbers;
        if constexpr (requires { each.tickets; }) {
          for (const auto& restored : each.tickets) numbers.push_back(restored.ticket);
        } else if constexpr (requires { each.ticket; }) {
          numbers.push_back(each.ticket);
        }
        return numbers;
      },
      body);
}

bool moves_counters(const core::EventBody& body) {
  return std::holds_alternative<core::CounterOpened>(body) ||
         std::holds_alternative<core::CounterPaused>(body) ||
         std::holds_alternative<core::CounterClosed>(body) ||
         std::holds_alternative<core::ActionUndone>(body);
}

const core::Ticket* in_line(const core::Office& office, const core::State& state,
                            const TicketNumber& number) {
  const auto* ticket = state.find(number);
  const bool stands = ticket != nullptr && ticket->state == core::TicketState::kWaiting &&
                      !ticket->reserved_for && office.find(ticket->service) != nullptr;
  return stands ? ticket : nullptr;
}

}  // namespace panggil::foresight
