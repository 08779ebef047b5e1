/// \file
/// What a program's file and command line say of its window.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "common/drawing/window.hpp"
#include "common/screen/command_line.hpp"
#include "common/settings/yaml_reader.hpp"

namespace panggil::screen {

/// One picture of the window is taken, and the program ends.
struct Picture {
  std::filesystem::path file;
  std::chrono::microseconds after;  ///< the start
};

/// In pixels; no window of a program may be smaller.
struct Least {
  unsigned width;
  unsigned height;
};

/// The key `size` into `window`, which has the default. Faults are in the document's problems.
void read_size(const settings::Node& root, Least least, drawing::WindowSettings& window);
/// The key `fonts`.
void read_fonts(const settings::Node& root, drawing::FontFiles& fonts);
/// The keys `fullscreen` and `rotate`, of what hangs on a wall.
void read_wall(const settings::Node& root, drawing::WindowSettings& window);

/// What is named on the command line wins. \throws std::invalid_argument saying what would be right
void apply_flags(const Flags& flags, Least least, drawing::WindowSettings& window);

/// \throws std::invalid_argument where it could not be written
std::optional<Picture> picture(const Flags& flags);

}  // namespace panggil::screen
