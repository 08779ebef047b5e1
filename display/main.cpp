/// \file
/// `panggil-display`: a television in a waiting hall.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>
#include <string_view>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "display/app.hpp"
#include "display/say.hpp"
#include "display/sound/player.hpp"

namespace {
using namespace panggil;

constexpr auto kPlayer = "--player";  // not for people: see display/sound/player.hpp

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
  if (argc == 3 && std::string_view(argv[1]) == kPlayer) return sound::run_player(argv[2]);
  CLI::App app("Shows the calls of a waiting area on a television.", "panggil-display");
  display::CommandLine line;
  display::add_flags(app, line);
  std::optional<display::Settings> settings;
  std::optional<display::VoiceSettings> voice;
  protocol::Call said;
  const auto load = [&] {
    if (line.say) {
      voice = display::read_voice_settings(line);
      said = display::call_to_say(*line.say);
    } else {
      settings = display::read_settings(line);
    }
    set_up_log("panggil-display",
               settings ? settings->machine.log_level : line.common.log_level.value_or("info"));
    if (!settings) return;
    for (const auto& warning : display::warnings(*settings)) log::warn("{}", warning);
    if (!line.common.check) return;
    for (const auto& note : display::notes(*settings)) log::info("{}", note);
  };
  const auto run = [&] { return voice ? display::say(*voice, said, line.wav) : show(*settings); };
  return settings::run_program({app, line.common, load, run}, argc, argv);
}
