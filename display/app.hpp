/// \file
/// `panggil-display` at work: what comes over the wire goes into the model, what the model shows onto the
/// screen, and what was shown back over the wire. One thread, asleep until something happens.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.hpp"
#include "common/drawing/window.hpp"
#include "common/protocol/message/device.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/session.hpp"
#include "common/session/vital_signs.hpp"
#include "display/announcements.hpp"
#include "display/canvas.hpp"
#include "display/content/courier.hpp"
#include "display/media/media.hpp"
#include "display/model/model.hpp"
#include "display/orders.hpp"
#include "display/power.hpp"
#include "display/proofs.hpp"
#include "display/settings.hpp"

namespace panggil::display {

/// What it tells of itself.
struct Doings {
  std::uint64_t frames = 0;
  std::optional<std::uint64_t> last_call;
  std::optional<protocol::ContentHealth> content;
  std::optional<std::string> sound = "none";
};

class App {
 public:
  /// All of these must outlive it. \throws std::runtime_error for a broker that cannot be meant
  App(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window);

  /// Until it is told to stop, or the picture is taken. \throws std::runtime_error
  void run();

 private:
  std::optional<Deadline> turn();
  void check_area();
  void look_at_window();
  void ask_for_what_is_missing();
  void draw_if_changed();
  void show_media(const Scene& scene);
  void take_announcement(const mqtt::Received& received);
  void obey(const mqtt::Received& received);
  void count_frame(const Scene& scene, Micros start);
  void draw_and_send(const Scene& scene, Canvas::Moment moment);
  void send(const protocol::DevicePicture& part);
  void announce();
  void tell_what_was_shown();
  void publish_health();
  bool picture_due(Micros time) const;
  std::optional<Deadline> next(std::optional<Deadline> of_session) const;

  const Settings& settings_;
  EventLoop& loop_;
  const Clock& clock_;
  drawing::Window& window_;
  session::Presence presence_;
  session::Connection connection_;
  session::Session session_;
  Micros started_;
  Model model_;
  std::unique_ptr<Announcements> announcements_;  ///< null: another display of the area speaks
  session::VitalSigns vital_signs_;
  Doings doings_;
  Canvas canvas_;
  Courier courier_;
  Media media_;
  std::array<int, 2> video_fds_{-1, -1};  ///< as watched
  std::optional<Scene> drawn_;            ///< as it is on the screen
  Proofs proofs_;
  Orders orders_;
  std::optional<std::string> picture_for_;  ///< the id of an order
  Power power_;
  bool exposed_ = false;
  std::optional<Micros> look_again_;  ///< at the window
  std::size_t lost_ = 0;              ///< messages, so far
  std::string told_areas_;            ///< as Model::areas_instead()
};

/// \throws drawing::NoScreen, std::runtime_error, std::system_error
void run_display(const Settings& settings);

}  // namespace panggil::display
