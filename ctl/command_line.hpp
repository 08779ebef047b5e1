/// \file
/// The command line of panggil-ctl, as it was typed.
#pragma once

#include "common/protocol/messages.hpp"
#include "common/settings/machine.hpp"
#include "ctl/history.hpp"

namespace panggil::ctl {

enum class Action { kNone, kStatus, kWatch, kAsk, kEvents, kReport, kPlan, kBackup };

/// Which events; nothing: all.
struct EventFilter {
  std::optional<std::string> ticket, counter, kind;
};

/// Which days `plan` plays, and what would be different.
struct PlanFlags {
  std::string office = "/etc/panggil";  ///< the folder of office.yaml
  std::string day;                      ///< `YYYY-MM-DD`; empty: the next on which the office opens
  std::string past;                     ///< one from the journal instead; empty: none
  std::vector<std::string> counters;    ///< `SERVICE=NUMBER`
  std::string hours;                    ///< `08:00-12:00,13:00-16:00`; empty: as they are
  int days = 20;
  std::uint64_t seed = 1;
};

struct CommandLine {
  settings::CommonFlags common;
  Action action = Action::kNone;
  bool json = false;  ///< of `status`, and of what is asked
  Days days;          ///< of `events` and `report`
  EventFilter filter;
  bool follow = false;
  std::string format = "table";  ///< of `report`: `table`, `csv` or `html`
  std::string output;            ///< of `report` and `backup`; empty: standard output, or none
  PlanFlags plan;
  std::string ask;            ///< with kAsk: the action as on the wire
  protocol::Command command;  ///< with what it takes
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
