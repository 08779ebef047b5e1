#include "dispatcher/core/quota.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "dispatcher/core/calendar.hpp"

namespace panggil::core {
namespace {

bool takes(const Counter& counter, const ServiceId& service) {
  return std::ranges::find(counter.services, service) != counter.services.end();
}

/// The services that are open at some time of the day.
std::set<ServiceId> open_services(const Office& office, Day day) {
  std::set<ServiceId> open;
  for (const auto& service : office.services) {
    if (open_time(office, service, day) > std::chrono::minutes(0)) open.insert(service.id);
  }
  return open;
}

}  // namespace

int computed_quota(const Office& office, const Service& service, Day day, std::chrono::minutes service_time) {
  const auto open = open_time(office, service, day);
  if (open == std::chrono::minutes(0)) return 0;
  const auto services = open_services(office, day);
  double counters = 0;
  for (const auto& counter : office.counters) {
    if (!takes(counter, service.id)) continue;
    const auto shared_by =
        std::ranges::count_if(counter.services, [&](const ServiceId& id) { return services.contains(id); });
    counters += 1.0 / static_cast<double>(shared_by);
  }
  // Thirds that make a whole should not lose a ticket.
  constexpr double kRounding = 1e-6;
  const double served =
      counters * static_cast<double>(open.count()) / static_cast<double>(service_time.count());
  return static_cast<int>(std::floor(served + kRounding));
}

std::optional<int> quota(const Office& office, const Service& service, Day day) {
  if (!service.computed_quota) return service.quota;
  return computed_quota(office, service, day, service.computed_quota->service_time);
}

std::optional<int> quota_left(const Office& office, const State& state, const Service& service) {
  const auto whole = state.day ? quota(office, service, *state.day) : service.quota;
  if (!whole) return std::nullopt;
  return std::max(0, *whole - state.queue(service.id).issued);
}

}  // namespace panggil::core
