/// \file
/// The visitor's touch screen: what is touched goes to the post, what the model shows onto the screen.
/// Printing has a thread of its own.
#pragma once

#include <optional>

#include "common/screen/window_loop.hpp"
#include "kiosk/post.hpp"
#include "kiosk/view/layout.hpp"

namespace panggil::kiosk {

/// Nothing that a visitor does ends it, not even a wish to close the window.
class ScreenApp : public screen::WindowLoop {
 public:
  /// All of these must outlive it. \throws std::runtime_error
  ScreenApp(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window);

 protected:
  void take(const drawing::Input& input) override;
  const drawing::Figure* figure(bool anew) override;
  void shown() override;
  std::optional<Deadline> work() override;
  void after_drawing() override { post_.print_what_is_due(); }
  void goodbye() override { post_.close(); }

 private:
  Screen screen() { return screen_of(window().size(), inches_); }
  void tell_times(const Scene& before);
  void warn_of_small_targets();

  double inches_;
  Post post_;
  std::optional<Scene> drawn_;
  std::optional<Scene> before_;  ///< what was drawn before it
  Layout layout_;                ///< of what was drawn: what is touched is what was seen
  bool warned_ = false;
  std::optional<Deadline> touched_;  ///< when a touch began that is under way
};

/// The exit code. \throws drawing::NoScreen, std::runtime_error, std::system_error
int run_screen(const Settings& settings);

}  // namespace panggil::kiosk
