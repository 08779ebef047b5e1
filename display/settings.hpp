/// \file
/// What a television is: display.yaml, and over it the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/drawing/window.hpp"
#include "common/screen/settings.hpp"
#include "common/settings/machine.hpp"
#include "display/screen_settings.hpp"
#include "display/voice_settings.hpp"

namespace panggil::display {

/// As it was typed; nothing: not given.
struct CommandLine {
  settings::CommonFlags common;
  std::optional<std::string> area;
  screen::Flags window;
  std::optional<std::string> say;
  std::optional<std::filesystem::path> wav;
};

/// Adds the display's flags to `app`; parsing it fills `line`, which must outlive it.
void add_flags(CLI::App& app, CommandLine& line);

struct Settings {
  settings::Machine machine;
  SiteId site;
  ClientId name;  ///< `display-{area}-1` if nothing else is said
  AreaId area;
  std::string screen_language;  ///< empty: the office's first
  drawing::WindowSettings screen;
  ScreenSettings look;
  VoiceSettings voice;
  std::optional<screen::Picture> picture;  ///< one is taken, and the program ends
};

/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);
/// Only how it speaks: enough for `--say`, on a machine that has no office yet.
VoiceSettings read_voice_settings(const CommandLine& line);

/// What `--check` warns of, though it can be shown.
std::vector<std::string> warnings(const Settings& settings);
/// What else `--check` says: what the longest names come to.
std::vector<std::string> notes(const Settings& settings);

}  // namespace panggil::display
