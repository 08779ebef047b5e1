#include "dispatcher/core/quota.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/service_times.hpp"

namespace panggil::core {
namespace {

/// The services that are open at some time of the day.
std::set<ServiceId> open_services(const Office& office, Day day) {
  std::set<ServiceId> open;
  for (const auto& service : office.services) {
    if (open_time(office, service, day) > std::chrono::minutes(0)) open.insert(service.id);
  }
  return open;
}

}  // namespace

int computed_quota(const Office& office, const Service& service, Day day, Millis service_time) {
  const auto open = open_time(office, service, day);
  if (open == std::chrono::minutes(0)) return 0;
  const auto services = open_services(office, day);
  double counters = 0;
  for (const auto& counter : office.counters) {
    if (!counter.takes(service.id)) continue;
    const auto shared_by =
        std::ranges::count_if(counter.services, [&](const ServiceId& id) { return services.contains(id); });
    counters += 1.0 / static_cast<double>(shared_by);
  }
  // Thirds that make a whole should not lose a ticket.
  constexpr double kRounding = 1e-6;
  const double served =
      counters * static_cast<double>(Millis(open).count()) / static_cast<double>(service_time.count());
  return static_cast<int>(std::floor(served + kRounding));
}

Millis expected_service_time(const State& state, const Service& service, const ComputedQuota& computed) {
  return measured_service_time(state, service.id, computed.measured_days).value_or(computed.service_time);
}

std::optional<int> quota(const Office& office, const State& state, const Service& service, Day day) {
  if (!service.computed_quota) return service.quota;
  return computed_quota(office, service, day, expected_service_time(state, service, *service.computed_quota));
}

std::optional<int> quota_left(const Office& office, const State& state, const Service& service) {
  const auto whole = state.day ? quota(office, state, service, *state.day) : service.quota;
  if (!whole) return std::nullopt;
  return std::max(0, *whole - state.queue(service.id).issued);
}

}  // namespace panggil::core
