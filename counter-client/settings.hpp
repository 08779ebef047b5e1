/// \file
/// What an officer's machine is: counter.yaml, and over it the command line.
#pragma once

#include "common/settings/machine.hpp"
#include "counter-client/command_line.hpp"

namespace panggil::counter {

struct Settings {
  settings::Machine machine;
  CounterId counter;
  ClientId name;  ///< `counter-3` at counter 3 if nothing else is said
};

/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);

}  // namespace panggil::counter
