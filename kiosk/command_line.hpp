/// \file
/// The command line of panggil-kiosk, as it was typed.
#pragma once

#include <string>

#include "common/protocol/message/command.hpp"
#include "common/screen/command_line.hpp"
#include "common/settings/machine.hpp"

namespace panggil::kiosk {

struct CommandLine {
  settings::CommonFlags common;
  bool json = false;
  std::string action;         ///< `issue`; empty when none was given: the touch screen
  protocol::Command command;  ///< with its service and class
  screen::Flags window;
};

/// Adds flags and actions to `app`; parsing it fills `line`, which must outlive it.
void add_flags(CLI::App& app, CommandLine& line);

}  // namespace panggil::kiosk
