#include "dispatcher/core/decide.hpp"

#include <algorithm>
#include <cassert>

#include "dispatcher/core/access.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/counter_actions.hpp"
#include "dispatcher/core/hold_actions.hpp"
#include "dispatcher/core/no_show.hpp"
#include "dispatcher/core/notice_actions.hpp"
#include "dispatcher/core/refusals.hpp"
#include "dispatcher/core/suspension_actions.hpp"
#include "dispatcher/core/ticket_actions.hpp"
#include "dispatcher/core/transfer_action.hpp"
#include "dispatcher/core/undo.hpp"

namespace panggil::core {
namespace {

std::optional<Rejection> refuse_unexpected(const State& state, const Command& command,
                                           const std::optional<CounterId>& counter) {
  if (!command.expect || !counter) return std::nullopt;
  const auto& current = state.counter(*counter).ticket;
  if (command.expect->ticket == current) return std::nullopt;
  return refusals::conflict(*counter, current, *command.expect);
}

/// Hands each action to where it is decided.
struct Deciding {
  const Office& office;
  const State& state;
  const Actor& actor;
  const std::optional<CounterId>& counter;
  WallTime now;

  Decision operator()(const Issue& action) const { return decide_issue(office, state, actor, action, now); }
  Decision operator()(const Reinstate& action) const {
    return decide_reinstate(office, state, action, counter);
  }
  Decision operator()(const Cancel& action) const { return decide_cancel(state, action, counter); }
  Decision operator()(const PostNotice& action) const { return decide_notice(office, state, action, now); }
  Decision operator()(const ClearNotice& action) const { return decide_clear_notice(state, action); }
  Decision operator()(const SuspendService& action) const { return decide_suspend(office, state, action); }
  Decision operator()(const RestoreService& action) const { return decide_restore(office, state, action); }
  Decision operator()(const auto& action) const {
    return decide_at({office, state, *office.find(*counter), state.counter(*counter), now}, action);
  }
};

}  // namespace

Result<std::vector<EventBody>, Rejection> decide(const Office& office, const State& state,
                                                 const Command& command, WallTime now) {
  assert(state.day);
  if (!may(command.actor.role, command.action)) return fail(refusals::forbidden(command.actor));
  const auto counter = counter_of(office, command);
  if (!counter) return fail(counter.error());
  if (auto refused = refuse_unexpected(state, command, *counter)) return fail(std::move(*refused));
  return std::visit(Deciding{office, state, command.actor, *counter, now}, command.action);
}

std::vector<EventBody> due(const Office& office, const State& state, WallTime now) {
  std::vector<EventBody> events;
  const auto day = service_day(office, now);
  if (!state.day || day > *state.day) {
    events.emplace_back(DayStarted{day});
  } else {
    events = no_shows_due(office, state, now);
  }
  std::ranges::move(notices_due(state, now), std::back_inserter(events));
  return events;
}

WallTime next_due(const Office& office, const State& state, WallTime now) {
  auto next = next_day_starts(office, now);
  for (const auto& sooner : {next_no_show_due(office, state), next_notice_due(state)}) {
    if (sooner) next = std::min(next, *sooner);
  }
  return next;
}

}  // namespace panggil::core
