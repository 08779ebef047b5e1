/// \file
/// What panggil-kiosk does once its command line and settings are read.
#pragma once

#include "kiosk/command_line.hpp"
#include "kiosk/settings.hpp"

namespace panggil::kiosk {

/// One action from the command line; the exit code. \pre an action was given
int run_action(const CommandLine& line, const Settings& settings);

}  // namespace panggil::kiosk
