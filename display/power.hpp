/// \file
/// The screen's power: the picture is black before it goes off, and drawn again as it goes on.
/// Through the X server (DPMS), and to the television itself through the cable (HDMI-CEC, by `cec-ctl`).
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "display/model/micros.hpp"

namespace panggil::display {

class Power {
 public:
  /// What was wanted is said again so often: a television that was unplugged does not know.
  static constexpr Micros kSayAgain = 10 * kMinute;

  /// `sleep` puts the X server's screen to sleep or wakes it; false: it cannot. `devices`: where `cec0` and
  /// so on are.
  explicit Power(std::function<bool(bool on)> sleep, std::filesystem::path devices = "/dev");
  ~Power();
  Power(const Power&) = delete;
  Power& operator=(const Power&) = delete;

  /// To be called once a turn, after what is to be seen is on the screen. Returns at once.
  void turn(bool on, Micros now);
  std::optional<Micros> deadline(Micros now) const;
  /// For health: `on`, or `off (cec: no answer)`.
  std::string state() const;

 private:
  void tell(bool on);
  void tell_televisions(bool on);
  void collect();

  std::function<bool(bool)> sleep_;
  std::filesystem::path devices_;
  std::optional<bool> on_;
  Micros told_at_ = 0;
  bool screen_sleeps_ = true;  ///< the X server can do it
  /// One that speaks to a device, and where what it prints can be read.
  struct Child {
    std::string device;
    int output;
  };
  std::map<pid_t, Child> under_way_;
  std::map<std::string, std::string> answers_;  ///< by device: `told`, `no link`, `no answer`
};

}  // namespace panggil::display
