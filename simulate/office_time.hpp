/// \file
/// What time it is at the office, from the dispatcher's beats: its clock may run many times as fast as ours.
#pragma once

#include <optional>

#include "common/base/time.hpp"
#include "common/protocol/message/presence.hpp"

namespace panggil::simulate {

/// Pure: told what has come and when.
class OfficeTime {
 public:
  void take(const protocol::Beat& beat, MonoTime now);

  /// Two beats have come: there is a speed.
  bool known() const { return speed_.has_value(); }
  /// Never goes back, and stands still when beats fail to come. \pre known()
  WallTime now(MonoTime now);
  /// How many seconds of office time pass in one of ours. \pre known()
  double speed() const { return *speed_; }
  /// When it will be `time` at the office. \pre known()
  MonoTime when(WallTime time) const;
  /// How far the office's clock is from UTC. \pre known()
  std::chrono::minutes offset() const { return first_->time.offset; }

 private:
  std::optional<protocol::Beat> first_;
  protocol::Beat last_;
  MonoTime heard_{};
  std::optional<double> speed_;
  WallTime latest_{};
};

}  // namespace panggil::simulate
