/// \file
/// What a ticket machine is: kiosk.yaml, and over it the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/drawing/window.hpp"
#include "common/screen/settings.hpp"
#include "common/settings/machine.hpp"
#include "kiosk/command_line.hpp"
#include "kiosk/model/place.hpp"
#include "kiosk/printing/port.hpp"
#include "kiosk/printing/press.hpp"

namespace panggil::kiosk {

struct PrinterSettings {
  Way way;
  PressSettings press;
};

struct Settings {
  settings::Machine machine;
  ClientId name;  ///< `kiosk-1` if nothing else is said
  Place place;
  drawing::WindowSettings screen;
  double screen_inches = 0;  ///< its diagonal; 0: not known
  std::optional<PrinterSettings> printer;
  std::optional<std::filesystem::path> state;  ///< the folder for the touch that is under way
  std::optional<screen::Picture> picture;      ///< one is taken, and the program ends
};

/// With `--check` it also says on standard error what is legal and not good.
/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);

/// How many services can be offered on this screen with buttons that are large enough, of kMostOffered at
/// most; nothing where the screen's size is not known.
std::optional<std::size_t> services_with_large_buttons(const Settings& settings);

}  // namespace panggil::kiosk
