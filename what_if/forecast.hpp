/// \file
/// What days come to when they are played.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "common/statistics/report.hpp"
#include "simulate/model/visitors.hpp"
#include "what_if/changes.hpp"

namespace panggil::what_if {

struct Forecast {
  int days = 0;
  statistics::Report report;  ///< of all of them
  std::uint64_t turned_away = 0;
  std::map<ServiceId, std::optional<int>> quotas;  ///< of one day; nothing: no limit
};

/// What the scenario's habits speak of and its office does not have, one sentence each, in the language that
/// is spoken. While there are any, nothing can be played.
std::vector<std::string> misfits(const Scenario& scenario, WallTime now);

/// `days` times the date `day`, each with the people of another seed, from `seed` on.
/// \pre no misfits() \throws std::runtime_error when one of them does not end
Forecast play_days(const Scenario& scenario, Day day, int days, std::uint64_t seed);

/// The date `day` once, with these people.
Forecast play_day(const Scenario& scenario, Day day, const std::vector<simulate::Visitor>& visitors);

}  // namespace panggil::what_if
