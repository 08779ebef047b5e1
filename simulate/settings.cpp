#include "simulate/settings.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <sstream>

#include "common/texts/spoken.hpp"
#include "simulate/habits_file.hpp"

namespace panggil::simulate {
namespace {
constexpr auto kExamples = R"(
Examples:
  panggil-simulate --office config/offices/cirebon
  panggil-simulate --office config/offices/cirebon --seed 7 --except 3 --minutes 10
  panggil-simulate --trace day.csv --site recorded
  panggil-simulate --load --outstanding 100 --counters 50 --kiosks 50 --seconds 10

Exit codes: 0 done; 1 something was refused or lost; 2 usage or settings; 3 a press had no answer; 4 no connection.)";

constexpr auto kDefaultName = "display-simulate";

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error(spoken_text("simulate.not_read", {{"file", path.string()}}));
  return text.str();
}

Trace load_trace(const std::filesystem::path& path) {
  auto beside = path;
  beside.replace_extension(".counters.csv");
  auto trace =
      parse_trace(read_text(path), std::filesystem::exists(beside) ? read_text(beside) : std::string());
  if (!trace) throw std::runtime_error(fmt::format("{}: {}", path.string(), trace.error()));
  return std::move(*trace);
}

/// The office's file is the dispatcher's to check; here only whose office it is matters.
std::optional<SiteId> site_of(const std::filesystem::path& office) {
  const auto file = office / "office.yaml";
  if (!std::filesystem::exists(file)) return std::nullopt;
  return settings::Document::load(file).root().required("site").id<SiteId>();
}

Millis millis(double seconds) {
  return Millis(static_cast<Millis::rep>(seconds * 1000));
}

/// Counters that are left to people.
void leave_out(Habits& habits, const std::vector<std::string>& except) {
  for (const std::string& name : except)
    if (std::erase_if(habits.officers, [&](const auto& each) { return each.counter.text() == name; }) == 0)
      throw std::invalid_argument(spoken_text("usage.except", {{"name", name}}));
}

LoadSettings load_settings_of(const Flags& flags) {
  LoadSettings load{flags.load_options, millis(flags.warm_up_s), {}, flags.actions, flags.subscribers};
  load.options.seed = flags.seed;
  load.options.pause = millis(flags.pause_ms / 1000);
  if (flags.seconds) load.lasts = millis(*flags.seconds);
  if (!load.lasts && !load.actions) load.lasts = Millis(10'000);
  return load;
}

void choose_play(Settings& settings, const Flags& flags) {
  if (flags.load && flags.trace) throw std::invalid_argument(spoken_text("usage.load_or_trace"));
  if (flags.write_office && !flags.trace) throw std::invalid_argument(spoken_text("usage.write_office"));
  if (flags.trace) {
    settings.trace = load_trace(*flags.trace);
    settings.write_office = flags.write_office;
  } else if (flags.load) {
    settings.load = load_settings_of(flags);
  } else {
    if (!flags.office) throw std::invalid_argument(spoken_text("usage.which_play"));
    settings.habits = load_habits(*flags.office);
    leave_out(*settings.habits, flags.except);
  }
}

void add_load_flags(CLI::App& app, Flags& flags) {
  auto* load = app.add_flag("--load", flags.load, "No day, but as many actions as possible");
  auto& options = flags.load_options;
  app.add_option("--counters", options.counters, "How many counters act")->needs(load)->capture_default_str();
  app.add_option("--kiosks", options.kiosks, "How many kiosks act")->needs(load)->capture_default_str();
  app.add_option("--outstanding", options.outstanding, "How many actions may be under way at once")
      ->needs(load)
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--waiting", options.waiting, "How many numbers wait all the time")
      ->needs(load)
      ->capture_default_str();
  app.add_option("--pause", flags.pause_ms, "Milliseconds between an answer and the next press")
      ->needs(load)
      ->capture_default_str();
  app.add_flag("--every-action", options.every_action,
               "All actions, some of them out of place; else issue and next")
      ->needs(load);
  app.add_option("--warm-up", flags.warm_up_s, "Seconds before measuring begins")
      ->needs(load)
      ->capture_default_str();
  app.add_option("--seconds", flags.seconds, "How long to measure (10, unless --actions is given)")
      ->needs(load);
  app.add_option("--actions", flags.actions, "How many actions to measure")->needs(load);
  app.add_option("--subscribers", flags.subscribers,
                 "So many more clients hear every call, and the last is timed")
      ->needs(load);
}

}  // namespace

void add_flags(CLI::App& app, Flags& flags) {
  app.footer(kExamples);
  settings::add_common_flags(app, flags.common);
  app.add_option("--office", flags.office, "Directory with simulation.yaml, and office.yaml for the site")
      ->type_name("DIR");
  app.add_option("--except", flags.except, "Counters that are left to people")->type_name("COUNTER...");
  app.add_option("--trace", flags.trace, "Play this recorded day instead (CSV)")->type_name("FILE");
  app.add_option("--write-office", flags.write_office, "Only write an office.yaml that fits the --trace")
      ->type_name("DIR");
  app.add_option("--seed", flags.seed, "Another seed, another day")->capture_default_str();
  app.add_option("--speed", flags.speed, "Refuse to play unless the dispatcher's clock runs so fast");
  app.add_option("--minutes", flags.minutes, "End after so many real minutes")->check(CLI::PositiveNumber);
  app.add_option("--log", flags.log, "Record all that clients send and are told (JSON lines)")
      ->type_name("FILE");
  app.add_flag("--json", flags.json, "The summary as JSON");
  add_load_flags(app, flags);
}

Settings load_settings(const Flags& flags) {
  const auto document = settings::load_machine_document("simulate", flags.common);
  Settings settings{.machine = settings::read_machine(document.root())};
  settings::check_files(document.root(), settings.machine);
  document.root().no_other_keys();
  document.require_clean();
  settings::apply_flags(settings.machine, flags.common);
  if (!settings.machine.name) settings.machine.name = ClientId(kDefaultName);
  choose_play(settings, flags);
  if (!settings.machine.site && flags.office) settings.machine.site = site_of(*flags.office);
  settings.log = flags.log.value_or("");
  settings.speed = flags.speed;
  if (flags.minutes) settings.at_most = millis(*flags.minutes * 60);
  settings.seed = flags.seed;
  settings.json = flags.json;
  return settings;
}

}  // namespace panggil::simulate
