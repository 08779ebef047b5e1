#include "ctl/plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>

#include "common/base/clock.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/history.hpp"
#include "ctl/office_session.hpp"
#include "ctl/plan_formats.hpp"
#include "ctl/terminal.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/openings.hpp"
#include "dispatcher/settings/office_file.hpp"
#include "dispatcher/settings/week_hours.hpp"
#include "simulate/habits_file.hpp"
#include "what_if/past_day.hpp"
#include "what_if/rehearsal.hpp"

namespace panggil::ctl {
namespace {

using what_if::Changes;
using what_if::Forecast;
using what_if::Scenario;

constexpr int kMostCounters = 100;

/// What is asked cannot be, in a sentence.
template <class T>
using Or = Result<T, std::string>;

Or<std::pair<ServiceId, int>> read_counters(const std::string& text) {
  const auto equals = text.find('=');
  const auto service = ServiceId::parse(text.substr(0, equals));
  int count = -1;
  if (equals != std::string::npos)
    std::from_chars(text.data() + equals + 1, text.data() + text.size(), count);
  if (!service || count < 1 || count > kMostCounters)
    return fail(
        spoken_text("usage.plan_counters", {{"text", text}, {"most", std::to_string(kMostCounters)}}));
  return std::pair(*service, count);
}

Or<Changes> read_changes(const PlanFlags& flags) {
  Changes changes;
  for (const auto& text : flags.counters) {
    const auto counters = read_counters(text);
    if (!counters) return fail(counters.error());
    changes.counters.insert(*counters);
  }
  if (flags.hours.empty()) return changes;
  const auto hours = settings::parse_openings(flags.hours);
  if (!hours) return fail("--hours: " + hours.error());
  changes.hours = *hours;
  return changes;
}

/// Whether anybody can come from the street that day.
bool has_visitors(const Scenario& scenario, Day day) {
  return std::ranges::any_of(scenario.habits.services, [&](const simulate::ServiceHabits& each) {
    const auto* service = each.arrivals.empty() ? nullptr : scenario.office.find(each.service);
    return service != nullptr && (core::always_open(scenario.office, *service) ||
                                  !core::openings_on(scenario.office, *service, day).empty());
  });
}

/// The first such date; that of `now` when there is none for two months.
Day next_day_with_visitors(const Scenario& scenario, WallTime now) {
  const std::chrono::local_days today(core::service_day(scenario.office, now));
  for (std::chrono::days ahead(0); ahead < std::chrono::days(60); ++ahead)
    if (has_visitors(scenario, Day(today + ahead))) return Day(today + ahead);
  return Day(today);
}

std::map<ServiceId, int> staffing(const Scenario& scenario) {
  std::map<ServiceId, int> all;
  for (const auto& service : scenario.office.services) all[service.id] = staffed(scenario, service.id);
  return all;
}

std::string changes_words(const Changes& changes, const std::string& hours, const session::Wording& words) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  for (const auto& [service, count] : changes.counters)
    add(fmt::format("{} = {}", words.service(service.text()), count));
  if (changes.hours) add(words.text("plan.hours", {{"hours", hours}}));
  return words.text("plan.changed", {{"changes", text}});
}

/// How the days are, and how they would be.
template <class Play>
Or<std::vector<PlanVariant>> variants(const PlanFlags& flags, const Scenario& scenario,
                                      const session::Wording& words, const std::string& unchanged,
                                      const Play& play) {
  const auto changes = read_changes(flags);
  if (!changes) return fail(changes.error());
  const auto other = what_if::changed(scenario, *changes);
  if (!other) return fail(other.error());
  std::vector<PlanVariant> all{{words.text(unchanged), "now", play(scenario), staffing(scenario)}};
  if (!changes->none())
    all.push_back({changes_words(*changes, flags.hours, words), "changed", play(*other), staffing(*other)});
  return all;
}

std::string office_name(const session::Wording& words) {
  return words.in_language(words.office()->name, words.office()->site);
}

int refuse(const std::string& why, settings::Exit code) {
  return session::print({code, {}, why}, "panggil-ctl");
}

int show(const PlanPaper& paper, const std::string& format) {
  const auto width = Terminal::width_of_output();
  fmt::print("{}", format == "csv" ? plan_csv(paper) : plan_table(paper, width));
  return settings::kDone;
}

/// Days drawn from simulation.yaml.
int plan_days(const Settings& settings, const CommandLine& line, const Scenario& scenario) {
  const PlanFlags& flags = line.plan;
  const WallTime now = RealClock().wall();
  const Day day = flags.day.empty() ? next_day_with_visitors(scenario, now) : *parse_day(flags.day);
  const session::Wording words(settings.machine.language, what_if::Rehearsal(scenario.office, now).office());
  if (!has_visitors(scenario, day))
    return refuse(words.text("plan.closed", {{"day", to_text(day)}}), settings::kRefused);
  const auto made = variants(flags, scenario, words, "plan.now", [&](const Scenario& each) {
    return what_if::play_days(each, day, flags.days, flags.seed);
  });
  if (!made) return refuse(made.error(), settings::kBadUsage);
  const std::string title = words.text("plan.days", {{"site", office_name(words)},
                                                     {"day", to_text(day)},
                                                     {"days", std::to_string(flags.days)},
                                                     {"seed", std::to_string(flags.seed)}});
  return show({title, words, *made}, line.format);
}

/// After every day of a journal: what stands open has been left.
constexpr const char* kAfterwards = "9999";

/// A day from the journal, as it was and played again.
Or<std::vector<PlanVariant>> past_variants(const PlanFlags& flags, core::Office office,
                                           const History& history, const session::Wording& words) {
  auto past = what_if::past_day(history.events, office.zone);
  // A counter that the office has no more cannot be played.
  std::erase_if(past.habits.officers, [&](const auto& each) { return office.find(each.counter) == nullptr; });
  const Day day = *parse_day(flags.past);
  const Scenario scenario{std::move(office), std::move(past.habits)};
  auto made = variants(flags, scenario, words, "plan.replayed",
                       [&](const Scenario& each) { return what_if::play_day(each, day, past.visitors); });
  if (!made) return made;
  Forecast was = made->front().forecast;
  was.report = statistics::report_of(history.events, kAfterwards, statistics::targets_of(*words.office()));
  was.turned_away = 0;
  made->insert(made->begin(), {words.text("plan.was"), "was", std::move(was), staffing(scenario)});
  return made;
}

int plan_past(const Settings& settings, const CommandLine& line, const core::Office& office,
              const Fetched& fetched) {
  const session::Wording words(settings.machine.language, fetched.end.office);
  if (!fetched.history)
    return session::print(
        session::ending(fetched.end, words, false, [](const auto&, const auto&) { return std::string(); }),
        "panggil-ctl");
  const auto& history = *fetched.history;
  if (history.events.empty())
    return refuse(words.text("plan.nothing", {{"day", line.plan.past}}), settings::kRefused);
  const auto made = past_variants(line.plan, office, history, words);
  if (!made) return refuse(made.error(), settings::kBadUsage);
  if (line.plan.past == history.day)
    fmt::print(stderr, "panggil-ctl: {}\n", words.text("plan.not_over", {{"day", history.day}}));
  return show(
      {words.text("plan.past", {{"site", office_name(words)}, {"day", line.plan.past}}), words, *made},
      line.format);
}

}  // namespace

Scenario load_plan(const PlanFlags& flags) {
  Scenario scenario{settings::load_office(flags.office), {}};
  if (!flags.past.empty()) return scenario;
  scenario.habits = simulate::load_habits(flags.office);
  const auto wrong = what_if::misfits(scenario, RealClock().wall());
  if (!wrong.empty())
    throw std::invalid_argument(
        spoken_text("misfit.all", {{"list", fmt::format("{}", fmt::join(wrong, "; "))}}));
  return scenario;
}

int run_plan(const Settings& settings, const CommandLine& line, const Scenario& scenario) {
  if (line.plan.past.empty()) return plan_days(settings, line, scenario);
  return in_session(settings, [&](session::Session& session, EventLoop& loop, const Clock& clock) {
    const auto fetched = fetch_history(session, loop, clock, {line.plan.past, line.plan.past},
                                       session::Wording(settings.machine.language));
    return plan_past(settings, line, scenario.office, fetched);
  });
}

}  // namespace panggil::ctl
