/// \file
/// What an officer's machine is: counter.yaml, and over it the command line.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/screen/settings.hpp"
#include "common/settings/machine.hpp"
#include "counter-client/command_line.hpp"
#include "counter-client/model/model.hpp"

namespace panggil::counter {

/// A number pad that is the whole counter.
struct PadSettings {
  std::string device;                           ///< its name, or the path of its device file
  std::map<Key, Order> keys;                    ///< what each does
  std::optional<std::filesystem::path> beeper;  ///< a device file that makes tones
};

struct Settings {
  settings::Machine machine;
  CounterId counter;
  ClientId name;                ///< `counter-3` at counter 3 if nothing else is said
  std::string screen_language;  ///< empty: the office's first
  std::vector<std::string> officers;
  bool ask_officer = false;  ///< by name, typed
  std::vector<std::string> pause_reasons;
  std::optional<PadSettings> pad;
  drawing::WindowSettings window;
  std::optional<screen::Picture> picture;  ///< one is taken, and the program ends
};

/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);

}  // namespace panggil::counter
