/// \file
/// How many tickets a service gives out in a service day.
#pragma once

#include <optional>

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// Counters × open minutes ÷ service time, rounded down. A counter counts as an equal part for each service
/// it takes that is open that day. The time may be one that was configured or one that was measured.
int computed_quota(const Office& office, const Service& service, Day day, std::chrono::minutes service_time);

/// That of the day, configured or computed; nothing: no limit.
std::optional<int> quota(const Office& office, const Service& service, Day day);

/// How many tickets are left of it today, never less than 0; nothing: no limit.
/// \pre a day has begun, or nothing has been issued
std::optional<int> quota_left(const Office& office, const State& state, const Service& service);

}  // namespace panggil::core
