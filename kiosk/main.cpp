/// \file
/// `panggil-kiosk`: tickets for visitors.
#include <CLI/CLI.hpp>
#include <optional>
#include <stdexcept>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "kiosk/app.hpp"

int main(int argc, char** argv) {
  using namespace panggil;
  CLI::App app("Issues a ticket to a visitor.", "panggil-kiosk");
  kiosk::CommandLine line;
  kiosk::add_flags(app, line);
  std::optional<kiosk::Settings> settings;
  const auto load = [&] {
    settings = kiosk::read_settings(line);
    set_up_log("panggil-kiosk", settings->machine.log_level);
    if (line.action.empty() && !line.common.check) {
      throw std::invalid_argument("an action is needed, such as: panggil-kiosk issue cs (see --help)");
    }
  };
  const auto run = [&] { return kiosk::run_action(line, *settings); };
  return settings::run_program({app, line.common, load, run}, argc, argv);
}
