/// \file
/// A clock in a test's hand.
#pragma once

#include "common/base/clock.hpp"

namespace panggil {

/// Stands still until told otherwise.
class HandClock : public Clock {
 public:
  WallTime now = parse_stamp("2026-11-23T08:00:00+07:00")->time;
  MonoTime steady{std::chrono::seconds(100)};
  WallTime wall() const override { return now; }
  MonoTime mono() const override { return steady; }
  double speed() const override { return 1; }
  bool simulated() const override { return false; }
  void pass(Millis time) {
    now += time;
    steady += time;
  }
};

}  // namespace panggil
