/// \file
/// Tells others that this kiosk lives: health over the wire, and the service manager.
#pragma once

#include <optional>
#include <string>

#include "common/base/time.hpp"
#include "common/protocol/messages.hpp"
#include "kiosk/model/printer_state.hpp"

namespace panggil::kiosk {

class VitalSigns {
 public:
  static constexpr Millis kHealthEvery{10000};

  /// Asks the service manager whether it wants to be fed.
  explicit VitalSigns(MonoTime started);

  void printer(PrinterState state) { printer_ = state; }
  void screen(std::string mode) { screen_ = std::move(mode); }
  /// Once a turn, after what is to be seen is on the screen: a kiosk that no longer draws is not fed for.
  /// Returns a health report when one is due.
  std::optional<protocol::Health> turn(MonoTime now);
  /// A report is due now: the one before may have gone nowhere.
  void report_anew(MonoTime now) { health_due_ = now; }
  MonoTime deadline() const;

 private:
  void feed(MonoTime now);

  MonoTime started_;
  MonoTime health_due_;
  std::optional<Millis> feed_every_;
  MonoTime feed_due_{};
  bool ready_ = false;
  PrinterState printer_ = PrinterState::kAbsent;
  std::string screen_;
};

}  // namespace panggil::kiosk
