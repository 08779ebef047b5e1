/// \file
/// One action from the command line.
#pragma once

#include "counter-client/command_line.hpp"
#include "counter-client/settings.hpp"

namespace panggil::counter {

/// One action from the command line; the exit code. \pre an action was given
int run_action(const CommandLine& line, const Settings& settings);

}  // namespace panggil::counter
