/// \file
/// Tells others that this display lives: health over the wire, and the service manager.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/protocol/messages.hpp"
#include "display/model/micros.hpp"

namespace panggil::display {

/// What the app knows of itself.
struct Doings {
  std::uint64_t frames = 0;
  std::optional<std::uint64_t> last_call;
  std::string screen;
  std::string power;
  std::string media;  ///< empty: there is none
  std::optional<std::string> sound = "none";
};

class VitalSigns {
 public:
  static constexpr Micros kHealthEvery = 10 * kSecond;

  /// Asks the service manager whether it wants to be fed.
  explicit VitalSigns(Micros started);

  /// To be called once a turn, after what is to be seen is on the screen: a display that no longer draws is
  /// not fed for. Returns a health report when one is due.
  std::optional<protocol::Health> turn(Micros now, const Doings& doings);
  /// A report is due now: the one before may have gone nowhere.
  void report_anew(Micros now) { health_due_ = now; }
  Micros deadline() const;

 private:
  void feed(Micros now);

  Micros started_;
  Micros health_due_;
  std::optional<Micros> feed_every_;
  Micros feed_due_ = 0;
  bool ready_ = false;
};

}  // namespace panggil::display
