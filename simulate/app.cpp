#include "simulate/app.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "common/base/log.hpp"
#include "common/session/one_shot.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "simulate/load_run.hpp"
#include "simulate/model/simulated_day.hpp"
#include "simulate/report.hpp"
#include "simulate/stage.hpp"
#include "simulate/trace_office.hpp"

namespace panggil::simulate {
namespace {

using settings::Exit;

/// Between the last client's connection and the first visitor, in our time.
constexpr Millis kBreath{200};
constexpr Seconds kMidnight{std::chrono::hours(24)};

/// Somebody said something that does not fit what is there.
struct Unfit : std::runtime_error {
  using std::runtime_error::runtime_error;
};

int write_office(const Trace& trace, const std::filesystem::path& directory) {
  const auto text = office_for(trace);
  if (!text) throw std::runtime_error(text.error());
  std::filesystem::create_directories(directory);
  std::ofstream file(directory / "office.yaml");
  file << *text << std::flush;
  if (!file)
    throw std::runtime_error(
        spoken_text("simulate.not_written", {{"file", (directory / "office.yaml").string()}}));
  fmt::print("{}: an office with {} services\n", (directory / "office.yaml").string(),
             trace.services().size());
  return Exit::kDone;
}

/// For plain load nothing is heard but answers, unless every action is tried, or all is to be recorded.
Stage::Hears hears(const Settings& settings) {
  const bool plain = settings.load && !settings.load->options.every_action && settings.log.empty();
  return plain ? Stage::Hears::kOffice : Stage::Hears::kEverything;
}

/// What a run stands on, in the order in which it is needed.
struct House {
  RealClock clock;
  EventLoop loop;
  protocol::Topics topics;
  History history;
  Crew crew;
  Stage stage;

  House(const Settings& settings, const SiteId& site)
      : topics(site),
        history(settings.log, topics),
        crew(
            loop, clock, site,
            [&settings](const ClientId& name) { return settings::connection(settings.machine, name); },
            history),
        stage(loop, clock, topics, crew, *settings.machine.name, hears(settings)) {}
};

std::optional<SiteId> find_site(const Settings& settings) {
  if (settings.machine.site) return settings.machine.site;
  const RealClock clock;
  EventLoop loop;
  session::Connection connection(settings::connection(settings.machine, *settings.machine.name));
  const auto site = session::choose_site(settings.machine, connection, loop, clock);
  connection.transport->close(Millis(100));
  if (site) return *site;
  session::print(site.error(), "panggil-simulate");
  return std::nullopt;
}

void check_speed(const Settings& settings, const Stage& stage) {
  if (!settings.speed || std::abs(stage.speed() / *settings.speed - 1) < 0.1) return;
  throw Unfit(spoken_text("simulate.speed", {{"speed", fmt::format("{:.3g}", stage.speed())},
                                             {"wanted", fmt::format("{:.3g}", *settings.speed)}}));
}

void check_fit(const std::vector<std::string>& mismatches) {
  if (mismatches.empty()) return;
  throw Unfit(spoken_text("misfit.all", {{"list", fmt::format("{}", fmt::join(mismatches, "; "))}}));
}

int verdict(const DayReport& report) {
  if (report.lost > 0 || report.tally.all_refused() > 0) return Exit::kRefused;
  return report.tally.unknown > 0 ? Exit::kNoAnswer : Exit::kDone;
}

DayReport perform(House& house, Play& play, const Settings& settings) {
  const auto start = std::chrono::steady_clock::now();
  house.stage.perform(play, settings.at_most);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return {play.tally(), house.stage.lost(play), took.count()};
}

int simulate_day(House& house, const protocol::Office& office, const Settings& settings) {
  check_fit(mismatches(*settings.habits, office));
  SimulatedDay day(*settings.habits, office, house.stage.now(), settings.seed);
  const auto report = perform(house, day, settings);
  fmt::print("{}\n", settings.json ? "{" + as_json(report) + "}" : in_words(report));
  return verdict(report);
}

/// By how much a recorded day has to be moved so as not to have begun already. Waits stay what they were.
Millis delay(WallTime begins, Stage& stage) {
  const WallTime earliest = stage.now() + Millis(static_cast<Millis::rep>(stage.speed() * kBreath.count()));
  const Millis later = std::max(Millis(0), Millis(earliest - begins));
  if (later > Millis(0))
    log::info("everybody comes {} later than recorded", std::chrono::duration_cast<Seconds>(later));
  return later;
}

int play_trace(House& house, const protocol::Office& office, const Settings& settings) {
  const auto services = match_services(*settings.trace, office);
  if (!services) throw Unfit(services.error());
  // It takes a while until everybody is connected, and office time may run fast: hence a first one to gather
  // its cast.
  RecordedDay as_recorded(*settings.trace, *services, office, house.stage.now());
  house.stage.gather(as_recorded);
  const Millis later = delay(as_recorded.begins(), house.stage);
  if (settings.trace->ends() + later > kMidnight) throw Unfit(spoken_text("simulate.too_late"));
  RecordedDay day(*settings.trace, *services, office, house.stage.now(), later);
  const auto report = perform(house, day, settings);
  const auto comparison = compare(day.played());
  if (settings.json)
    fmt::print("{{{},{}}}\n", as_json(report), as_json(comparison));
  else
    fmt::print("{}{}", in_words(report), in_words(comparison));
  return verdict(report);
}

int play(House& house, const Settings& settings) {
  const auto& office = house.stage.learn();
  check_speed(settings, house.stage);
  log::info("the office {} is at {:.3g} times real speed", office.site, house.stage.speed());
  if (settings.trace) return play_trace(house, office, settings);
  if (settings.load) return run_load(house.stage, house.crew, house.topics, office, settings);
  return simulate_day(house, office, settings);
}

}  // namespace

int run(const Settings& settings) {
  if (settings.write_office) return write_office(*settings.trace, *settings.write_office);
  const auto site = find_site(settings);
  if (!site) return Exit::kNoConnection;
  House house(settings, *site);
  int code = Exit::kNoConnection;
  try {
    code = play(house, settings);
  } catch (const NoStage& trouble) {
    fmt::print(stderr, "panggil-simulate: {}\n", trouble.what());
  } catch (const Unfit& misfit) {
    fmt::print(stderr, "panggil-simulate: {}\n", misfit.what());
    code = Exit::kBadUsage;
  }
  house.crew.close(Millis(500));
  return code;
}

}  // namespace panggil::simulate
