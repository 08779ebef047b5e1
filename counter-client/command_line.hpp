/// \file
/// The command line of panggil-counter, as it was typed.
#pragma once

#include <optional>
#include <string>

#include "common/protocol/message/command.hpp"
#include "common/screen/command_line.hpp"
#include "common/settings/machine.hpp"

namespace panggil::counter {

struct CommandLine {
  settings::CommonFlags common;
  std::optional<std::string> counter;
  bool json = false;
  bool keypad = false;  ///< a number pad, without a window
  screen::Flags window;
  bool no_expect = false;     ///< act whatever is current
  std::string action;         ///< as on the wire; empty: the window
  protocol::Command command;  ///< with what the action takes, and `expect` where --expect was given
};

/// Adds flags and actions to `app`; parsing it fills `line`, which must outlive it.
void add_flags(CLI::App& app, CommandLine& line);

}  // namespace panggil::counter
