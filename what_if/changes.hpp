/// \file
/// What would be different: other numbers of counters, other hours.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "common/base/result.hpp"
#include "dispatcher/core/office.hpp"
#include "simulate/model/habits.hpp"

namespace panggil::what_if {

/// An office, and how its people behave.
struct Scenario {
  core::Office office;
  simulate::Habits habits;
};

/// How many officers sit at counters that take `service`.
int staffed(const Scenario& scenario, const ServiceId& service);

struct Changes {
  std::map<ServiceId, int> counters;                ///< so many that take this service
  std::optional<std::vector<core::Opening>> hours;  ///< of the office, on the day that is played
  bool none() const { return counters.empty() && !hours; }
};

/// A counter more is as the last one that takes the service, with an officer who keeps the same hours; of too
/// many the last ones are gone. With other hours the officers are there from the first opening until the
/// last closing, and away between; services with hours of their own keep them. The same people come.
/// \returns otherwise a sentence that says what cannot be
Result<Scenario, std::string> changed(Scenario scenario, const Changes& changes);

}  // namespace panggil::what_if
