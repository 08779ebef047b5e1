/// \file
/// `panggil-simulate`: visitors and officers over real MQTT. Its command line is described in
/// docs/simulation.md.
#include <CLI/CLI.hpp>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "simulate/app.hpp"

int main(int argc, char** argv) {
  using namespace panggil;
  CLI::App app("Plays a day of visitors and officers against a running dispatcher, each a client of its own.",
               "panggil-simulate");
  simulate::Flags flags;
  simulate::add_flags(app, flags);
  simulate::Settings settings;
  const auto load = [&] {
    settings = simulate::load_settings(flags);
    set_up_log("panggil-simulate", settings.machine.log_level);
  };
  const auto run = [&] { return simulate::run(settings); };
  return settings::run_program({app, flags.common, load, run}, argc, argv);
}
