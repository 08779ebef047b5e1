/// \file
/// A number pad as the whole counter: no window, no screen. What came of a press is heard as beeps, seen as
/// the pad's light, and stands on the displays.
#pragma once

#include <optional>

#include "common/protocol/message/device.hpp"
#include "common/runtime/event_loop.hpp"
#include "counter-client/keypad/beeper.hpp"
#include "counter-client/keypad/plug.hpp"
#include "counter-client/post.hpp"

namespace panggil::counter {

class PadApp {
 public:
  /// All of these must outlive it. \pre settings.pad \throws std::system_error, std::runtime_error
  PadApp(const Settings& settings, EventLoop& loop, const Clock& clock);

  /// Until it is told to stop.
  void run();

 private:
  std::optional<Deadline> turn();
  void tell_health(protocol::Health& health) const;
  void pressed(Key key);
  void settled(const session::Settled& outcome);
  void give(Signal signal) { beeper_.give(signal, Deadline::clock::now()); }

  const PadSettings& pad_;
  EventLoop& loop_;
  Post post_;
  Beeper beeper_;
  Plug plug_;
  bool plugged_ = false;  ///< as the last health report told
};

/// \throws std::runtime_error, std::system_error
int run_pad(const Settings& settings);

}  // namespace panggil::counter
