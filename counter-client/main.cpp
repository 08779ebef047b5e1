/// \file
/// `panggil-counter`: the officer's window, a number pad in its place, or one action.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "counter-client/app.hpp"
#include "counter-client/pad_app.hpp"
#include "counter-client/window_app.hpp"

namespace {
using namespace panggil;

int run(const counter::CommandLine& line, const counter::Settings& settings) {
  if (!line.action.empty()) return counter::run_action(line, settings);
  if (line.keypad) return counter::run_pad(settings);
  try {
    return counter::run_window(settings);
  } catch (const drawing::NoScreen& error) {
    fmt::print(stderr, "panggil-counter: {}\n",
               spoken_text("usage.or_action", {{"why", error.what()}, {"example", "panggil-counter next"}}));
    return settings::kNoConnection;
  }
}
}  // namespace

int main(int argc, char** argv) {
  CLI::App app("An officer's window at a counter; or one action there, and the dispatcher's answer.",
               "panggil-counter");
  counter::CommandLine line;
  counter::add_flags(app, line);
  std::optional<counter::Settings> settings;
  const auto load = [&] {
    settings = counter::read_settings(line);
    set_up_log("panggil-counter", settings->machine.log_level);
  };
  return settings::run_program({app, line.common, load, [&] { return run(line, *settings); }}, argc, argv);
}
