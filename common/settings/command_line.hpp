/// \file
/// What every main() does around its own work, so that each program answers its command line alike.
#pragma once

#include <functional>

#include "common/settings/machine.hpp"

namespace panggil::settings {

/// The exit codes of all programs.
enum Exit : int {
  kDone = 0,
  kRefused = 1,   ///< the dispatcher said no; also: could not go on
  kBadUsage = 2,  ///< a wrong command line or wrong settings
  kNoAnswer = 3,  ///< sent, no answer: the outcome is unknown
  kNoConnection = 4,
  kTryLater = 75,
};

struct Program {
  CLI::App& app;  ///< with add_common_flags()
  const CommonFlags& flags;
  /// Reads and checks all settings, and sets up the log. What it throws is bad usage, BadSettings above all.
  std::function<void()> load;
  /// The program itself: gives its exit code.
  std::function<int()> run;
};

/// Reads the command line, loads, and runs. `--check` ends after loading, with 0 and one line, or 2 and each
/// fault on a line of standard error; `--help` and `--version` end at once. What run throws ends in one line
/// and kRefused. What is wrong is told in the language of `--language`, else of the settings, else of the
/// environment.
int run_program(const Program& program, int argc, const char* const* argv);

}  // namespace panggil::settings
