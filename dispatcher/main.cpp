/// \file
/// `panggil-dispatcher`: owns the queue. Its command line is described in docs/operating.md.
#include <CLI/CLI.hpp>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "dispatcher/app.hpp"

namespace {

using namespace panggil;

constexpr auto kExamples = R"(
Examples:
  panggil-dispatcher --office config/offices/cirebon --state /var/lib/panggil
  panggil-dispatcher --office config/offices/cirebon --check
  panggil-dispatcher --office config/offices/cirebon --state /var/lib/panggil --verify
  panggil-dispatcher --office config/offices/cirebon --state /var/lib/panggil --restore journal-20261122T020000Z.db
  panggil-dispatcher --office config/offices/cirebon --state /tmp/try --clock 2026-11-23T08:30:00+07:00

Exit codes: 0 done; 1 could not go on, or the journal is not sound; 2 usage or settings; 75 another dispatcher has
the state directory, or has taken the site.)";

struct Flags {
  settings::DispatcherFlags dispatcher;
  bool verify = false;
  std::string restore;
  std::optional<int> skip;
  std::string clock;
  double clock_speed = 1;
};

void add_flags(CLI::App& app, Flags& flags) {
  app.footer(kExamples);
  settings::add_common_flags(app, flags.dispatcher.common);
  app.add_option("--office", flags.dispatcher.office, "Directory with office.yaml")->type_name("DIR");
  app.add_option("--state", flags.dispatcher.state, "Directory of the journal")->type_name("DIR");
  app.add_flag("--verify", flags.verify,
               "Read the whole journal, print what it holds and whether it is sound");
  auto* restore =
      app.add_option(
             "--restore", flags.restore,
             "Put this backup in the journal's place, which is set aside; no dispatcher may be running")
          ->type_name("FILE");
  app.add_option("--skip", flags.skip,
                 "With --restore: so many tickets of a series at most were given out since that nobody here "
                 "knows of")
      ->check(CLI::Range(0, 100'000))
      ->type_name("N")
      ->needs(restore);
  auto* clock =
      app.add_option("--clock", flags.clock,
                     "For demonstrations and tests: begin at this time, e.g. 2026-11-23T08:00:00+07:00")
          ->type_name("TIME");
  app.add_option("--clock-speed", flags.clock_speed, "How many times as fast as real that clock runs")
      ->check(CLI::Range(0.01, 10000.0))
      ->needs(clock);
}

std::unique_ptr<Clock> make_clock(const Flags& flags) {
  if (flags.clock.empty()) return std::make_unique<RealClock>();
  const auto start = parse_stamp(flags.clock);
  if (!start) throw std::invalid_argument(spoken_text("usage.clock"));
  return std::make_unique<SimulatedClock>(start->time, flags.clock_speed);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Owns the queue of one office and tells counters and displays about it over MQTT.",
               "panggil-dispatcher");
  Flags flags;
  add_flags(app, flags);
  std::optional<settings::DispatcherSettings> settings;
  std::unique_ptr<Clock> clock;
  const auto load = [&] {
    settings = settings::load_dispatcher(flags.dispatcher);
    clock = make_clock(flags);
    set_up_log("panggil-dispatcher", settings->machine.log_level);
  };
  const auto run = [&] {
    if (flags.verify) return verify_journal(*settings);
    if (!flags.restore.empty()) return restore_journal(*settings, flags.restore, flags.skip, *clock);
    return run_dispatcher({*settings, std::move(clock)});
  };
  return settings::run_program({app, flags.dispatcher.common, load, run}, argc, argv);
}
