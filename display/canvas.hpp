/// \file
/// What is on the screen, and what of it moves: lays a scene out when it has changed, and draws whenever the
/// picture differs from the one that is there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/drawing/window.hpp"
#include "display/model/micros.hpp"
#include "display/model/scene.hpp"
#include "display/model/turns.hpp"
#include "display/screen_settings.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {

class Canvas {
 public:
  /// Both must outlive it. \throws std::runtime_error for a logo that cannot be read
  Canvas(drawing::Window& window, const ScreenSettings& screen);

  struct Moment {
    Micros now;
    std::optional<Micros> live_since;  ///< when the live call came on the screen
    std::shared_ptr<const drawing::Pixels> media;
    bool exposed = false;                            ///< the window wants to be drawn whatever is on it
    std::optional<std::filesystem::path> picture{};  ///< to be written into that file
  };
  /// True if a frame was drawn. \throws std::runtime_error when the picture cannot be written; the frame was
  /// drawn all the same
  bool show(const Scene& scene, const Moment& moment);

  /// When show() would draw something else though the scene is the same.
  std::optional<Micros> deadline(Micros now) const;

 private:
  bool lay_out(const Scene& scene, const Moment& moment);
  bool move(const Scene& scene, const Moment& moment);
  void run_ticker(const Scene& scene, Micros now);
  float ticker_step() const;

  drawing::Window& window_;
  const ScreenSettings& screen_;
  Extras extras_;
  std::uint64_t media_version_ = 0;
  std::optional<Scene> scene_;
  drawing::Size size_;
  Layout layout_;
  Turns turns_;
  std::optional<Micros> pulse_from_;
  Micros ticker_at_ = 0;  ///< when it was due to move last
  float ticker_run_ = 0;  ///< how far it has run, in whole pixels
  bool ticker_runs_ = false;
  Micros rested_at_ = 0;  ///< not earlier does it move again
};

}  // namespace panggil::display
