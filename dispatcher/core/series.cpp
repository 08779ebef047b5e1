#include "dispatcher/core/series.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace panggil::core {

std::optional<int> next_number(const Office& office, const State& state, const Service& service) {
  const auto last = state.series.find(service.prefix);
  // The first number may have been raised since the last ticket: it counts from then on.
  const int next =
      last == state.series.end() ? office.first_number : std::max(office.first_number, last->second + 1);
  if (next > office.last_number) return std::nullopt;
  return next;
}

TicketNumber ticket_number(const Office& office, const Service& service, int number) {
  const auto digits = fmt::formatted_size("{}", office.last_number);
  return TicketNumber(fmt::format("{}{:0{}}", service.prefix, number, digits));
}

}  // namespace panggil::core
