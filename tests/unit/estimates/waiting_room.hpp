/// \file
/// A room with one service at whose counters time is spent, told to an estimator.
#pragma once

#include <deque>

#include "dispatcher/estimates/estimator.hpp"

namespace panggil::estimates {

inline const ServiceId kService("cs");

/// On day 1, 2, … of November 2026, in UTC.
WallTime at(int day, int hour, int minute = 0);
Day november(int day);

class WaitingRoom {
 public:
  explicit WaitingRoom(const ServiceId& service = kService) : service_(service) {}

  Estimator estimator{Zone()};

  void begin(int day);
  std::optional<Estimate> come(WallTime now);
  /// The one who has waited longest.
  void call(WallTime now);
  std::size_t waiting() const { return line_.size(); }

  /// From `hour` on for an hour: somebody comes every `gap`, and somebody is called as often, `behind` people
  /// later.
  void hour(int day, int hour, Minutes gap, std::size_t behind);

 private:
  ServiceId service_;
  std::deque<TicketNumber> line_;
  int last_ = 0;
};

}  // namespace panggil::estimates
