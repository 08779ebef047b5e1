/// \file
/// `panggil-ctl`: the office for its staff.
#include <CLI/CLI.hpp>
#include <optional>
#include <stdexcept>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/ask.hpp"
#include "ctl/backup.hpp"
#include "ctl/command_line.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/doctor/doctor.hpp"
#include "ctl/events.hpp"
#include "ctl/plan.hpp"
#include "ctl/report.hpp"
#include "ctl/screens/screens.hpp"
#include "ctl/status.hpp"
#include "ctl/watch.hpp"

int main(int argc, char** argv) {
  using namespace panggil;
  CLI::App app("Shows how an office is, once or live; and what a supervisor tells it.", "panggil-ctl");
  ctl::CommandLine line;
  ctl::add_flags(app, line);
  std::optional<ctl::Settings> settings;
  std::optional<what_if::Scenario> planned;
  const auto load = [&] {
    const bool anyhow = line.action == ctl::Action::kDevice || line.action == ctl::Action::kDoctor;
    settings = anyhow ? ctl::read_what_can_be_read(line) : ctl::read_settings(line);
    set_up_log("panggil-ctl", settings->machine.log_level);
    if (line.action == ctl::Action::kNone && !line.common.check) {
      throw std::invalid_argument(spoken_text("usage.say_what"));
    }
    if (line.action == ctl::Action::kPlan) planned = ctl::load_plan(line.plan);
  };
  const auto run = [&] {
    if (line.action == ctl::Action::kEvents) return ctl::run_events(*settings, line);
    if (line.action == ctl::Action::kPlan) return ctl::run_plan(*settings, line, *planned);
    if (line.action == ctl::Action::kReport) return ctl::run_report(*settings, line);
    if (line.action == ctl::Action::kDoctor) return ctl::run_doctor(*settings, line);
    if (line.action == ctl::Action::kDevice) return ctl::run_devices(line.device, *settings);
    if (line.action == ctl::Action::kScreens) return ctl::run_screens(line.screens, *settings);
    if (line.action == ctl::Action::kBackup) return ctl::run_backup(*settings, line);
    if (line.action == ctl::Action::kAsk) return ctl::run_ask(*settings, line);
    return line.action == ctl::Action::kWatch ? ctl::run_watch(*settings)
                                              : ctl::run_status(*settings, line.json);
  };
  return settings::run_program({app, line.common, load, run}, argc, argv);
}
