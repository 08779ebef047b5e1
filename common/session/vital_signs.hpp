/// \file
/// When a program that stays tells that it lives: its health over the wire, and the service manager.
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/time.hpp"
#include "common/protocol/message/device.hpp"

namespace panggil::session {

class VitalSigns {
 public:
  static constexpr Millis kHealthEvery{10000};

  /// Asks the service manager whether it wants to be fed.
  explicit VitalSigns(MonoTime started);

  /// To be called once a turn, after what is to be seen is on the screen: a program that no longer draws is
  /// not fed for. When a report is due: one of what every machine can tell; at once with a new connection.
  /// What has a screen says how many `frames` have been on it: it is fed for frames alone.
  std::optional<protocol::Health> turn(MonoTime now, bool connected,
                                       std::optional<std::uint64_t> frames = {});
  /// The service manager wants to hear something, so a frame has to be presented though nothing has changed.
  bool wants_frame(MonoTime now) const { return feed_every_ && now >= feed_due_; }
  /// A report is due now.
  void report_anew(MonoTime now) { health_due_ = now; }
  MonoTime deadline() const;

 private:
  void feed(MonoTime now, std::optional<std::uint64_t> frames);

  MonoTime started_;
  MonoTime health_due_;
  std::optional<Millis> feed_every_;
  MonoTime feed_due_{};
  std::optional<std::uint64_t> fed_for_;  ///< so many frames
  bool ready_ = false;
  bool connected_ = false;  ///< at the last turn
};

}  // namespace panggil::session
