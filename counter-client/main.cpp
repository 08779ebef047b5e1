/// \file
/// `panggil-counter`: an officer's actions at a counter.
#include <CLI/CLI.hpp>
#include <optional>
#include <stdexcept>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "counter-client/app.hpp"

int main(int argc, char** argv) {
  using namespace panggil;
  CLI::App app("One action of an officer at a counter, and the dispatcher's answer.", "panggil-counter");
  counter::CommandLine line;
  counter::add_flags(app, line);
  std::optional<counter::Settings> settings;
  const auto load = [&] {
    settings = counter::read_settings(line);
    set_up_log("panggil-counter", settings->machine.log_level);
    if (line.action.empty() && !line.common.check) {
      throw std::invalid_argument("an action is needed, such as: panggil-counter --counter " +
                                  settings->counter.text() + " next (see --help)");
    }
  };
  const auto run = [&] { return counter::run_action(line, *settings); };
  return settings::run_program({app, line.common, load, run}, argc, argv);
}
