/// \file
/// The visitor's touch screen: what is touched goes to the post, what the model shows onto the screen. One
/// thread beside the printer's, asleep until something happens.
#pragma once

#include <optional>

#include "common/drawing/window.hpp"
#include "kiosk/post.hpp"
#include "kiosk/view/layout.hpp"

namespace panggil::kiosk {

class ScreenApp {
 public:
  /// All of these must outlive it. \throws std::runtime_error
  ScreenApp(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock,
            drawing::Window& window);

  /// Until it is told to stop by a signal, or the picture is taken: nothing that a visitor does ends it.
  void run();

 private:
  std::optional<Deadline> turn();
  void look_at_window();
  void take(const drawing::Input& input);
  /// False when what is on the screen is right already.
  bool draw_if_changed();
  void note_times(const Scene& scene);
  void warn_of_small_targets();
  bool picture_due() const;

  const Settings& settings_;
  EventLoop& loop_;
  drawing::Window& window_;
  Post post_;
  Deadline started_;
  std::optional<Scene> drawn_;
  Layout layout_;  ///< of what was drawn: what is touched is what was seen
  bool exposed_ = true;
  bool warned_ = false;
  std::optional<Deadline> look_again_;  ///< at the window
  std::optional<Deadline> touched_;     ///< when a touch began that is under way
};

/// The exit code. \throws drawing::NoScreen, std::runtime_error, std::system_error
int run_screen(const Settings& settings);

}  // namespace panggil::kiosk
