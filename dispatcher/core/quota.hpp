/// \file
/// How many tickets a service gives out in a service day.
#pragma once

#include <optional>

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// Counters × open minutes ÷ service time, rounded down. A counter counts as an equal part for each service
/// it takes that is open that day. The time may be one that was configured or one that was measured.
int computed_quota(const Office& office, const Service& service, Day day, Millis service_time);

/// What a computed quota reckons with: what was measured, where the office wants that and enough people were
/// served, else what is configured. The same all through a service day.
Millis expected_service_time(const State& state, const Service& service, const ComputedQuota& computed);

/// That of the day, configured or computed; nothing: no limit.
std::optional<int> quota(const Office& office, const State& state, const Service& service, Day day);

/// How many tickets are left of it today, never less than 0; nothing: no limit.
/// \pre a day has begun, or nothing has been issued
std::optional<int> quota_left(const Office& office, const State& state, const Service& service);

}  // namespace panggil::core
