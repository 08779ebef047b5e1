#include "dispatcher/core/no_show.hpp"

#include <algorithm>
#include <cassert>

namespace panggil::core {
namespace {

/// When the one who is called at a counter is given up, as things stand; nothing: never.
std::optional<WallTime> given_up_at(const NoShowRule& rule, const State& state,
                                    const CounterStatus& counter) {
  // Asked for every counter in every turn, and most offices have no such rule.
  if (!counter.ticket || !(rule.after_minutes || rule.after_recalls)) return std::nullopt;
  const auto& ticket = *state.find(*counter.ticket);
  if (ticket.state != TicketState::kCalled) return std::nullopt;
  assert(!counter.calls.empty());
  const auto announced_at = counter.calls.front().at;
  std::optional<WallTime> end;
  if (rule.after_minutes) end = *ticket.called_at + *rule.after_minutes;
  if (rule.after_recalls && ticket.recalls >= *rule.after_recalls) {
    end = std::min(end.value_or(announced_at), announced_at);
  }
  if (!end) return std::nullopt;
  return std::max(*end, announced_at + kLastChance);
}

}  // namespace

std::vector<EventBody> no_shows_due(const Office& office, const State& state, WallTime now) {
  std::vector<EventBody> events;
  for (const auto& [id, counter] : state.counters) {
    const auto end = given_up_at(office.no_show, state, counter);
    if (end && *end <= now) events.emplace_back(TicketSkipped{*counter.ticket, id});
  }
  return events;
}

std::optional<WallTime> next_no_show_due(const Office& office, const State& state) {
  std::optional<WallTime> next;
  for (const auto& [id, counter] : state.counters) {
    const auto end = given_up_at(office.no_show, state, counter);
    if (end && (!next || *end < *next)) next = end;
  }
  return next;
}

}  // namespace panggil::core
