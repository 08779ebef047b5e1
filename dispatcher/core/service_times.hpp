/// \file
/// How long the office's own people were at a counter on days past: what a quota may be computed from.
#pragma once

#include <optional>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// So many past days of each service are remembered: those on which somebody was served there.
inline constexpr std::size_t kKeptServedDays = 60;
/// Fewer people than that tell nothing.
inline constexpr int kFewestMeasured = 30;
/// Nobody is served for longer: an officer went home without ending the visit.
inline constexpr Millis kLongestService = std::chrono::hours(3);

/// Adds the present day, which is over, to those remembered. To be called while its tickets are still there.
void remember_service_times(State& state);

/// The mean time from a call to the end of that leg of the visit, walking included, over the last `days` days
/// on which the service was served; nothing: too few people were.
std::optional<Millis> measured_service_time(const State& state, const ServiceId& service, int days);

/// As it would be if none were remembered: earlier versions did not, and their states are compared without.
void forget_service_times(State& state);

}  // namespace panggil::core
