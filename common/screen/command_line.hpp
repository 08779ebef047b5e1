/// \file
/// The flags of programs with a window that are about it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace panggil::screen {

/// As it was typed; nothing: not given.
struct Flags {
  std::optional<std::string> size;
  std::optional<int> rotate;
  bool fullscreen = false;
  std::optional<std::filesystem::path> screenshot;
  double after_s = 5;
};

/// Adds `--size --screenshot --after`; parsing `app` fills `flags`, which must outlive it.
void add_window_flags(CLI::App& app, Flags& flags);
/// For what hangs on a wall as well: `--fullscreen --rotate`.
void add_wall_flags(CLI::App& app, Flags& flags);

}  // namespace panggil::screen
