/// \file
/// The officer's window: what is pressed goes to the post, what the model shows onto the screen. One thread,
/// asleep until something happens.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "common/drawing/window.hpp"
#include "counter-client/post.hpp"
#include "counter-client/view/layout.hpp"

namespace panggil::counter {

class WindowApp {
 public:
  /// All of these must outlive it. \throws std::runtime_error
  WindowApp(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock,
            drawing::Window& window);

  /// Until it is closed, told to stop, or the picture is taken.
  void run();

 private:
  std::optional<Deadline> turn();
  void look_at_window();
  void become_lean(std::optional<Deadline>& next);
  void take(const drawing::Input& input);
  /// False when what is on the screen is right already.
  bool draw_if_changed();
  void tell_how_long(const Scene& scene);
  bool picture_due() const;

  const Settings& settings_;
  EventLoop& loop_;
  drawing::Window& window_;
  Post post_;
  Deadline started_;
  std::optional<Scene> drawn_;
  Layout layout_;  ///< of what was drawn: what is clicked is what was seen
  bool exposed_ = true;
  bool lean_ = false;
  std::optional<Deadline> look_again_;  ///< at the window
  std::optional<Deadline> pressed_;     ///< not shown yet
};

/// \throws drawing::NoScreen, std::runtime_error, std::system_error
int run_window(const Settings& settings);

}  // namespace panggil::counter
