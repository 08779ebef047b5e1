/// \file
/// The command line of panggil-ctl, as it was typed.
#pragma once

#include "common/protocol/messages.hpp"
#include "common/settings/machine.hpp"
#include "ctl/history.hpp"

namespace panggil::ctl {

enum class Action { kNone, kStatus, kWatch, kAsk, kEvents, kReport };

/// Which events; nothing: all.
struct EventFilter {
  std::optional<std::string> ticket, counter, kind;
};

struct CommandLine {
  settings::CommonFlags common;
  Action action = Action::kNone;
  bool json = false;  ///< of `status`, and of what is asked
  Days days;          ///< of `events` and `report`
  EventFilter filter;
  bool follow = false;
  std::string format = "table";  ///< of `report`: `table`, `csv` or `html`
  std::string output;            ///< of `report`; empty: standard output
  std::string ask;               ///< with kAsk: the action as on the wire
  protocol::Command command;     ///< with what it takes
};

/// Adds flags and actions to `app`; parsing it fills `line`, which must outlive it.
void add_flags(CLI::App& app, CommandLine& line);

struct Settings {
  settings::Machine machine;
  ClientId name;  ///< `supervisor-1` if nothing else is said
};

/// ctl.yaml, and over it the command line.
/// \throws settings::BadSettings, std::invalid_argument, std::runtime_error, each saying what would be right
Settings read_settings(const CommandLine& line);

}  // namespace panggil::ctl
