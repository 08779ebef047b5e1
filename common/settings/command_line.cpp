#include "common/settings/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <optional>

namespace panggil::settings {
namespace {

/// The exit code if the command line already ends it. CLI11's own codes are its business, not our users'.
std::optional<int> read_command_line(CLI::App& app, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kBadUsage;
  }
}

int explain(const CLI::App& app, const std::exception& error, int code) {
  fmt::print(stderr, "{}: {}\n", app.get_name(), error.what());
  return code;
}

}  // namespace

int run_program(const Program& program, int argc, const char* const* argv) {
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
    fmt::print("{}: the settings are good\n", program.app.get_name());
    return kDone;
  }
  try {
    return program.run();
  } catch (const std::exception& error) {
    return explain(program.app, error, kRefused);
  }
}

}  // namespace panggil::settings
