#include "dispatcher/core/access.hpp"

#include <algorithm>

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {
namespace {

bool has_counters(Role role) {
  return role == Role::kCounter || role == Role::kSupervisor;
}

bool may_use(const Actor& actor, const CounterId& counter) {
  return actor.role == Role::kSupervisor ||
         std::ranges::find(actor.counters, counter) != actor.counters.end();
}

std::optional<CounterId> only_counter(const Actor& actor) {
  if (actor.role != Role::kCounter || actor.counters.size() != 1) return std::nullopt;
  return actor.counters.front();
}

/// What concerns the office and no counter of it.
bool is_for_the_office(const Action& action) {
  return std::holds_alternative<PostNotice>(action) || std::holds_alternative<ClearNotice>(action) ||
         std::holds_alternative<SuspendService>(action) || std::holds_alternative<RestoreService>(action);
}

}  // namespace

bool may(Role role, const Action& action) {
  if (std::holds_alternative<Issue>(action)) return role == Role::kKiosk || role == Role::kDesk;
  if (std::holds_alternative<Cancel>(action) && role == Role::kDesk) return true;
  if (is_for_the_office(action)) return role == Role::kSupervisor;
  return has_counters(role);
}

bool needs_counter(const Action& action) {
  return !std::holds_alternative<Issue>(action) && !std::holds_alternative<Cancel>(action) &&
         !std::holds_alternative<Reinstate>(action) && !is_for_the_office(action);
}

Result<std::optional<CounterId>, Rejection> counter_of(const Office& office, const Command& command) {
  if (!has_counters(command.actor.role)) return std::nullopt;
  const auto counter = command.counter ? command.counter : only_counter(command.actor);
  if (!counter) {
    if (needs_counter(command.action)) return fail(refusals::which_counter(command.actor));
    return std::nullopt;
  }
  if (!office.find(*counter)) return fail(refusals::unknown_counter(*counter));
  if (!may_use(command.actor, *counter)) return fail(refusals::not_at_counter(command.actor, *counter));
  return counter;
}

}  // namespace panggil::core
