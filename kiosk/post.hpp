/// \file
/// A kiosk at work: what comes over the wire goes into the model, what is touched out over the wire, what is
/// to be printed to the printer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/device.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/resident.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/printing/press.hpp"
#include "kiosk/printing/printer.hpp"
#include "kiosk/settings.hpp"
#include "kiosk/touch_file.hpp"

namespace panggil::kiosk {

/// Everything happens on the thread of the loop, which is the window's.
class Post {
 public:
  /// So often the outcome of a touch is asked for that is not known after 8 s.
  static constexpr Millis kAskAgainEvery{3000};

  /// All of these must outlive it. \throws std::runtime_error
  Post(const Settings& settings, EventLoop& loop, const Clock& clock);

  const Model& model() const { return model_; }
  /// The screen's mode, e.g. `1920x1080`, for the health report.
  void screen(std::string mode) { screen_ = std::move(mode); }
  /// Shows at once that it is under way; turn() asks.
  void touch(const Touch& touch);
  /// Once a turn of the loop, after what was touched is on the screen; returns when it wants to be called
  /// next.
  std::optional<Deadline> turn();
  /// What is to be printed goes to the printer; after the number is on the screen.
  void print_what_is_due();
  /// Says that it goes, and disconnects.
  void close();

 private:
  void take_up_unfinished_touch();
  void take(const protocol::Topic& topic, const mqtt::Received& received);
  void settled(const session::Settled& settled);
  void check_services();
  void look_at_link();
  void look_at_printer();
  void ask_what_is_due();
  void ask_again_if_unsure();
  void join(session::Session& session);
  void tell_health(protocol::Health& health) const;

  const Clock& clock_;
  Model model_;
  TouchFile touch_file_;
  session::Resident resident_;
  std::string screen_;
  PrinterState printer_state_ = PrinterState::kAbsent;
  std::optional<Press> press_;
  std::unique_ptr<Printer> printer_;
  std::optional<protocol::Command> to_ask_;  ///< as soon as there is somebody to hear it
  std::optional<Paper> to_print_;
  std::vector<std::string> told_services_;  ///< that the office has not
  MonoTime asked_{};
};

}  // namespace panggil::kiosk
