/// \file
/// What a ticket machine is: kiosk.yaml, and over it the command line.
#pragma once

#include "common/settings/machine.hpp"
#include "kiosk/command_line.hpp"

namespace panggil::kiosk {

struct Settings {
  settings::Machine machine;
  ClientId name;  ///< `kiosk-1` if nothing else is said
};

/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);

}  // namespace panggil::kiosk
