/// \file
/// Where the time comes from. Only apps and the event loop ask; everything pure is handed a `now`.
#pragma once

#include "common/base/time.hpp"

namespace panggil {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual WallTime wall() const = 0;
  virtual MonoTime mono() const = 0;
  /// How many seconds of wall time pass in a real one; 1 for a real clock.
  virtual double speed() const = 0;
  virtual bool simulated() const = 0;
};

/// The machine's own.
class RealClock : public Clock {
 public:
  WallTime wall() const override;
  MonoTime mono() const override;
  double speed() const override { return 1; }
  bool simulated() const override { return false; }
};

/// Wall time starts at `start` when this is made and runs `speed` times as fast. Monotonic time stays real,
/// so that leases and time-outs mean what they always mean.
class SimulatedClock : public Clock {
 public:
  SimulatedClock(WallTime start, double speed);
  WallTime wall() const override;
  MonoTime mono() const override;
  double speed() const override { return speed_; }
  bool simulated() const override { return true; }

 private:
  WallTime start_;
  MonoTime made_;
  double speed_;
};

}  // namespace panggil
