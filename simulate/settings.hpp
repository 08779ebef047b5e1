/// \file
/// What panggil-simulate is told on its command line and in the files that it names.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "common/settings/machine.hpp"
#include "simulate/model/habits.hpp"
#include "simulate/model/load.hpp"
#include "simulate/model/trace.hpp"

namespace CLI {
class App;
}

namespace panggil::simulate {

/// What stood on the command line; nothing, or zero: not given.
struct Flags {
  settings::CommonFlags common;
  std::optional<std::filesystem::path> office, trace, write_office, log;
  std::vector<std::string> except;
  std::optional<double> speed, minutes;
  std::uint64_t seed = 1;
  bool json = false;
  bool load = false;
  LoadOptions load_options;
  double pause_ms = 0;
  double warm_up_s = 1;
  std::optional<double> seconds;
  std::optional<std::uint64_t> actions;
  std::size_t subscribers = 0;
};

void add_flags(CLI::App& app, Flags& flags);

/// How long a load lasts, and what of it is measured.
struct LoadSettings {
  LoadOptions options;
  Millis warm_up{1000};                  ///< after which measuring begins
  std::optional<Millis> lasts;           ///< measured
  std::optional<std::uint64_t> actions;  ///< measured; whichever comes first
  std::size_t subscribers = 0;           ///< to calls
};

struct Settings {
  settings::Machine machine;     ///< `name` is always there
  std::optional<Habits> habits;  ///< for a simulated day
  std::optional<Trace> trace;    ///< for a recorded one
  std::optional<LoadSettings> load;
  std::optional<std::filesystem::path> write_office;  ///< only write it
  std::filesystem::path log;                          ///< empty: none
  std::optional<double> speed;                        ///< at which the dispatcher's clock must run
  std::optional<Millis> at_most;
  std::uint64_t seed = 1;
  bool json = false;
};

/// \throws settings::BadSettings; std::runtime_error for a file that cannot be read; std::invalid_argument
/// for flags that do not go together
Settings load_settings(const Flags& flags);

}  // namespace panggil::simulate
