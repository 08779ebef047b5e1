/// \file
/// The window on the screen: owns it and everything of OpenGL. One thread only, the one that made it.
#pragma once

#include <SFML/Graphics/RenderWindow.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/drawing/fonts.hpp"
#include "common/drawing/front.hpp"
#include "common/drawing/geometry.hpp"
#include "common/drawing/input.hpp"
#include "common/drawing/painter.hpp"
#include "common/drawing/textures.hpp"
#include "common/drawing/x_server.hpp"

namespace panggil::drawing {

struct WindowSettings {
  unsigned width = 1280;
  unsigned height = 720;
  bool fullscreen = false;  ///< the whole screen; width and height are the screen's own then
  int rotate = 0;           ///< clockwise: 0, 90, 180 or 270, for screens that hang on their side
  FontFiles fonts;
  Palette palette;
  std::string title = "Panggil";
  Size least{};  ///< nobody can make it smaller
};

class Window {
 public:
  /// \throws NoScreen, or std::runtime_error for fonts that cannot be read
  Window(const WindowSettings& settings, Design design);

  /// Readable when poll() has something to do. It may be a moment early: poll again after kSettling.
  int fd() const { return server_.fd(); }
  static constexpr std::chrono::milliseconds kSettling{50};
  /// Readable when somebody has pressed something: for programs that are not only looked at. What comes while
  /// show() works may have been read from them by then: poll() again after it.
  std::vector<int> input_fds() const { return server_.other_fds(); }

  struct Happened {
    bool exposed = false;  ///< what is on the screen must be drawn again
    bool closed = false;   ///< somebody wants the window gone
    std::vector<Input> inputs;
  };
  Happened poll();

  /// What a layout for this window is made with; until poll() says exposed.
  Typesetter typesetter() const { return fonts_->typesetter(); }
  /// Draws and returns when it is on its way to the screen: no more than has moved, where that is cheaper.
  /// With `picture`, also into that PNG file, upright. \throws std::runtime_error when the picture cannot be
  /// written; it is on the screen all the same.
  void show(const Figure& figure, const std::optional<std::filesystem::path>& picture = {});

  /// Of the screen that the window is on. False: it has no power saving.
  bool sleep(bool on) { return server_.sleep(on); }

  /// As people see it: turned, if it is.
  Size size() const;
  std::string mode() const;  ///< e.g. `1920x1080`

 private:
  void open();
  void bring_onto_screen();
  void fit();
  Paints paints() const { return {*fonts_, settings_.palette, textures_}; }
  void show_parts(const Figure& figure, const std::vector<Rect>& parts);
  void save(const sf::Texture& texture, const std::filesystem::path& file) const;
  bool on_its_side() const { return settings_.rotate % 180 != 0; }

  WindowSettings settings_;
  Design design_;
  XServer server_;  // before the window: it finds out whether there is a screen at all
  sf::RenderWindow window_;
  std::optional<Fonts> fonts_;
  Textures textures_;
  std::optional<Front> front_;
  std::optional<Figure> shown_;  ///< nothing: nobody knows what is on the screen
};

}  // namespace panggil::drawing
