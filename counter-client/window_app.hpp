/// \file
/// The officer's window: what is pressed goes to the post, what the model shows onto the screen.
#pragma once

#include <cstdint>
#include <optional>

#include "common/screen/window_loop.hpp"
#include "counter-client/post.hpp"
#include "counter-client/view/layout.hpp"

namespace panggil::counter {

class WindowApp : public screen::WindowLoop {
 public:
  /// All of these must outlive it. \throws std::runtime_error
  WindowApp(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window);

 protected:
  void take(const drawing::Input& input) override;
  const drawing::Figure* figure(bool anew) override;
  void shown() override;
  std::optional<Deadline> work() override { return post_.turn(); }
  void closed() override { loop().stop(); }
  void goodbye() override { post_.close(); }

 private:
  void tell_how_long(bool was_busy, bool is_busy);

  Post post_;
  std::optional<Scene> drawn_;
  Layout layout_;  ///< of what was drawn: what is clicked is what was seen
  std::uint64_t frames_ = 0;
  bool was_busy_ = false;
  std::optional<Deadline> pressed_;  ///< not shown yet
};

/// \throws drawing::NoScreen, std::runtime_error, std::system_error
int run_window(const Settings& settings);

}  // namespace panggil::counter
