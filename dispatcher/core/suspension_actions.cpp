#include "dispatcher/core/suspension_actions.hpp"

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {
namespace {

using Events = std::vector<EventBody>;

}  // namespace

Decision decide_suspend(const Office& office, const State& state, const SuspendService& action) {
  if (!office.find(action.service)) return fail(refusals::unknown_service(action.service));
  if (state.suspended.contains(action.service)) return Events{};
  return Events{ServiceSuspended{action.service}};
}

Decision decide_restore(const Office& office, const State& state, const RestoreService& action) {
  // One that has left the configuration meanwhile can still be restored.
  if (state.suspended.contains(action.service)) return Events{ServiceRestored{action.service}};
  if (!office.find(action.service)) return fail(refusals::unknown_service(action.service));
  return Events{};
}

}  // namespace panggil::core
