#include "common/screen/command_line.hpp"

#include <CLI/CLI.hpp>

namespace panggil::screen {

void add_window_flags(CLI::App& app, Flags& flags) {
  app.add_option("--size", flags.size, "In a window of this size")->type_name("WxH");
  auto* screenshot = app.add_option("--screenshot", flags.screenshot, "Write a picture of the screen and end")
                         ->type_name("FILE.png");
  app.add_option("--after", flags.after_s, "When the picture is taken, in seconds after the start; default 5")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->needs(screenshot);
}

void add_wall_flags(CLI::App& app, Flags& flags) {
  app.add_flag("--fullscreen", flags.fullscreen, "On the whole screen");
  app.add_option("--rotate", flags.rotate, "Turned clockwise by so many degrees")
      ->check(CLI::IsMember({0, 90, 180, 270}));
}

}  // namespace panggil::screen
