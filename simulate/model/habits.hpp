/// \file
/// How the people of one office behave over a day: what simulation.yaml says (simulate/settings.hpp reads
/// it).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "simulate/model/draw.hpp"

namespace panggil::simulate {

/// After local midnight.
using TimeOfDay = std::chrono::minutes;

/// From this time of day on, so many visitors come in an hour on average.
struct Rate {
  TimeOfDay from;
  double per_hour;
  friend bool operator==(const Rate&, const Rate&) = default;
};

/// Some of those who have been served here go on to another service; the visit of the others ends.
struct Follow {
  ServiceId service;
  double share;  ///< of those served, 0 to 1
  /// From the end of the one service to asking for another number; nothing: under the same number, where the
  /// office itself sends it (`then` in office.yaml).
  std::optional<Spread> after;
  friend bool operator==(const Follow&, const Follow&) = default;
};

struct ServiceHabits {
  ServiceId service;
  ClientId at;  ///< the kiosk or desk where its numbers are given out
  std::vector<Rate>
      arrivals;  ///< in order; the last is 0. Empty: nobody comes for this one straight from the street
  std::map<ClassId, double> classes;  ///< share of each class but the office's first, which has the rest
  double no_show = 0;                 ///< share of those who are gone when they are called
  Spread service_time;
  std::optional<Follow> then;
};

struct OfficerHabits {
  CounterId counter;
  std::string officer;  ///< no person's name
  TimeOfDay from;
  TimeOfDay until;  ///< stays longer while somebody waits
  std::vector<std::pair<TimeOfDay, TimeOfDay>> breaks;
};

/// What everybody has in common.
struct Manners {
  Spread walk;           ///< from the call to standing at the counter
  Seconds recall_after;  ///< without the person at the counter
  int recalls;           ///< before the officer gives up
  Spread pause_between;  ///< between one person and the next
  double tidies_first;   ///< share of persons after whom the officer presses complete and only later next
  Seconds patience;      ///< how long after the last officer's `until` the day may still go on
};

struct Habits {
  std::vector<ServiceHabits> services;
  std::vector<OfficerHabits> officers;
  Manners manners;

  /// Null when there is none.
  const ServiceHabits* find(const ServiceId& service) const;
};

}  // namespace panggil::simulate
