/// \file
/// The command line of panggil-ctl, as it was typed.
#pragma once

#include "common/protocol/message/command.hpp"
#include "common/settings/machine.hpp"
#include "ctl/devices/command_line.hpp"
#include "ctl/history.hpp"
#include "ctl/screens/command_line.hpp"

namespace panggil::ctl {

enum class Action {
  kNone,
  kStatus,
  kWatch,
  kAsk,
  kEvents,
  kReport,
  kPlan,
  kBackup,
  kDevice,
  kDoctor,
  kScreens
};

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
  DeviceFlags device;
  ScreenFlags screens;
  std::string ask;                                  ///< with kAsk: the action as on the wire
  protocol::Command command;                        ///< with what it takes
  std::optional<std::chrono::minutes> until_today;  ///< of a notice: in its `until`, once the day is known
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
/// The same, but what is wrong with ctl.yaml is passed over, and so is the file: for what has to work, and to
/// say what is wrong, where nothing is right yet.
Settings read_what_can_be_read(const CommandLine& line);

}  // namespace panggil::ctl
