#include "common/settings/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <optional>

#include "common/settings/speech.hpp"
#include "common/settings/usage.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

/// The exit code if the command line already ends it. CLI11's own codes are its business, not our users'.
std::optional<int> read_command_line(CLI::App& app, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error) == 0 ? kDone : kBadUsage;  // --help and the like
    fmt::print(stderr, "{}: {}\n{}\n", app.get_name(), usage_in_words(error.what()),
               spoken_text("usage.help"));
    return kBadUsage;
  }
}

int explain(const CLI::App& app, const std::exception& error, int code) {
  fmt::print(stderr, "{}: {}\n", app.get_name(), error.what());
  return code;
}

}  // namespace

int run_program(const Program& program, int argc, const char* const* argv) {
  speak(language_of_environment());
  speak_if_possible(language_asked_for(argc, argv).value_or(""));
  if (const auto code = read_command_line(program.app, argc, argv)) return *code;
  try {
    program.load();
  } catch (const BadSettings& bad) {
    fmt::print(stderr, "{}\n", bad.what());
    return kBadUsage;
  } catch (const std::exception& error) {
    return explain(program.app, error, kBadUsage);
  }
  if (program.flags.check) {
    fmt::print("{}: {}\n", program.app.get_name(), spoken_text("usage.good"));
    return kDone;
  }
  try {
    return program.run();
  } catch (const std::exception& error) {
    return explain(program.app, error, kRefused);
  }
}

}  // namespace panggil::settings
