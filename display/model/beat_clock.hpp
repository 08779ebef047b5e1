/// \file
/// What time it is at the dispatcher, and whether anybody is there: both from its beats and never from the
/// own wall clock, which on a small machine may show anything.
#pragma once

#include <optional>
#include <string>

#include "common/base/zone.hpp"
#include "display/model/micros.hpp"
#include "display/model/scene.hpp"

namespace panggil::display {

class BeatClock {
 public:
  static constexpr Micros kSilence = 3 * kSecond;
  static constexpr Micros kGivenUp = 5 * kMinute;

  explicit BeatClock(Micros started) : heard_(started) {}

  void beat(const Stamp& time, Micros now);
  LinkState state(Micros now) const;
  /// Nothing before the first beat. While beats come it is the last one's, then it goes on by itself.
  std::optional<Stamp> time(Micros now) const;
  const std::optional<Stamp>& last() const { return last_; }
  /// When state(), or the minute of time(), will change if nothing comes.
  std::optional<Micros> changes_at(Micros now) const;

 private:
  std::optional<Stamp> last_;
  Micros heard_;
};

/// `09:14`, on the clock of whoever wrote the stamp.
std::string hours_and_minutes(const Stamp& stamp);

}  // namespace panggil::display
