/// \file
/// Who comes over a day, and what each of them is like.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/zone.hpp"
#include "simulate/model/habits.hpp"

namespace panggil::simulate {

/// How one person behaves on one leg of the visit.
struct Person {
  bool comes = true;  ///< to the counter when called; else a no-show
  Millis walk{0};
  Millis service_time{0};
  bool tidied_after = false;            ///< the officer presses complete and only later next
  std::optional<Millis> goes_on_after;  ///< for another number; nothing: goes home, or where the office sends
  bool ends_visit = false;              ///< goes home though the office would send the number on
};

/// The rest of a visit that is known beforehand.
struct Leg {
  ServiceId service;
  Person person;
};

/// Somebody who asks for a number at `at`.
struct Visitor {
  WallTime at;
  ServiceId service;
  std::optional<ClassId> ticket_class;  ///< nothing: the office's first
  Person person;
  std::size_t number = 0;    ///< of a recorded day: which of its tickets
  std::vector<Leg> later{};  ///< nothing: as the habits have it
};

/// Everybody who comes from the street on `day`, by time. Same seed, same people.
std::vector<Visitor> visitors(const Habits& habits, const Zone& zone, Day day, std::uint64_t seed);

/// The same person on the next leg, from `at` on.
Visitor going_on(const Habits& habits, const Visitor& before, WallTime at, Draw& draw);

/// What a person about whom nothing is known is like: one who holds a number from before the simulation
/// began.
Person anybody(const Habits& habits, const ServiceId& service, Draw& draw);

}  // namespace panggil::simulate
