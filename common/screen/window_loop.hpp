/// \file
/// A program that people use through its window: what they do goes in, what they are to see comes out. One
/// thread, asleep until something happens.
#pragma once

#include <functional>
#include <optional>

#include "common/drawing/window.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/screen/settings.hpp"

namespace panggil::screen {

/// Everything is called on the thread of the loop.
class WindowLoop {
 public:
  /// All of these must outlive it.
  WindowLoop(EventLoop& loop, drawing::Window& window, std::optional<Picture> picture);
  virtual ~WindowLoop() = default;
  WindowLoop(const WindowLoop&) = delete;
  WindowLoop& operator=(const WindowLoop&) = delete;

  /// Until it is told to stop, or the picture is taken; then says goodbye(), also when an exception ends it.
  void run();

 protected:
  virtual void take(const drawing::Input& input) = 0;
  /// What is to be on the screen; null: what is there is right already. Never null when `anew`.
  virtual const drawing::Figure* figure(bool anew) = 0;
  /// The figure is on its way to the screen.
  virtual void shown() {}
  /// All that is not the window's. What was pressed has been seen by then; what comes of this is drawn after
  /// it. Returns when it wants to be called next.
  virtual std::optional<Deadline> work() = 0;
  /// What can wait until all of that is on the screen.
  virtual void after_drawing() {}
  /// Somebody wants the window gone.
  virtual void closed() {}
  virtual void goodbye() = 0;

  EventLoop& loop() { return loop_; }
  drawing::Window& window() { return window_; }

 private:
  std::optional<Deadline> turn();
  void draw();
  bool draw_if_changed();
  void look_at_window();
  std::optional<Deadline> become_lean();
  bool picture_due() const;

  EventLoop& loop_;
  drawing::Window& window_;
  std::optional<Picture> picture_;
  Deadline started_;
  bool exposed_ = true;
  bool lean_ = false;
  std::optional<Deadline> look_again_;  ///< at the window
};

}  // namespace panggil::screen
