/// \file
/// The command line of panggil-kiosk, as it was typed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/protocol/messages.hpp"
#include "common/settings/machine.hpp"

namespace panggil::kiosk {

struct CommandLine {
  settings::CommonFlags common;
  bool json = false;
  std::string action;         ///< `issue`; empty when none was given: the touch screen
  protocol::Command command;  ///< with its service and class
  std::optional<std::string> size;
  std::optional<int> rotate;
  bool fullscreen = false;
  std::optional<std::filesystem::path> screenshot;
  double after_s = 5;
};

/// Adds flags and actions to `app`; parsing it fills `line`, which must outlive it.
void add_flags(CLI::App& app, CommandLine& line);

}  // namespace panggil::kiosk
