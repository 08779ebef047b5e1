/// \file
/// `panggil-display`: a television in a waiting hall.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "display/app.hpp"

namespace {
using namespace panggil;

int show(const display::Settings& settings) {
  try {
    display::run_display(settings);
    return settings::kDone;
  } catch (const drawing::NoScreen& error) {
    fmt::print(stderr, "panggil-display: {}\n", error.what());
    return settings::kNoConnection;
  }
}
}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Shows the calls of a waiting area on a television.", "panggil-display");
  display::CommandLine line;
  display::add_flags(app, line);
  std::optional<display::Settings> settings;
  const auto load = [&] {
    settings = display::read_settings(line);
    set_up_log("panggil-display", settings->machine.log_level);
    for (const auto& warning : display::warnings(*settings)) log::warn("{}", warning);
  };
  return settings::run_program({app, line.common, load, [&] { return show(*settings); }}, argc, argv);
}
