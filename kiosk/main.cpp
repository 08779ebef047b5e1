/// \file
/// `panggil-kiosk`: tickets for visitors, on a touch screen or from the command line.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "kiosk/app.hpp"
#include "kiosk/screen_app.hpp"

namespace {
using namespace panggil;

int run(const kiosk::CommandLine& line, const kiosk::Settings& settings) {
  if (!line.action.empty()) return kiosk::run_action(line, settings);
  try {
    return kiosk::run_screen(settings);
  } catch (const drawing::NoScreen& error) {
    fmt::print(
        stderr, "panggil-kiosk: {}\n",
        spoken_text("usage.or_action", {{"why", error.what()}, {"example", "panggil-kiosk issue cs"}}));
    return settings::kNoConnection;
  }
}
}  // namespace

int main(int argc, char** argv) {
  CLI::App app("The visitors' touch screen; or one ticket from the command line.", "panggil-kiosk");
  kiosk::CommandLine line;
  kiosk::add_flags(app, line);
  std::optional<kiosk::Settings> settings;
  const auto load = [&] {
    settings = kiosk::read_settings(line);
    set_up_log("panggil-kiosk", settings->machine.log_level);
  };
  return settings::run_program({app, line.common, load, [&] { return run(line, *settings); }}, argc, argv);
}
