#include "ctl/command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "common/session/event_words.hpp"
#include "common/settings/scalar_forms.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {
constexpr auto kExamples = R"(
Examples:
  panggil-ctl status
  panggil-ctl status --json --site cirebon
  panggil-ctl watch
  panggil-ctl watch | grep ticket-called
  panggil-ctl notice "The central system is slow" --level warning --until 11:00
  panggil-ctl suspend-service interview
  panggil-ctl reload
  panggil-ctl events --ticket A017                         why A017 was called when it was
  panggil-ctl events --from 2026-11-23 --kind ticket-called --json
  panggil-ctl report --from 2026-11-01 --to 2026-11-30
  panggil-ctl report --from 2026-11-01 --to 2026-11-30 --format html --output november.html
  panggil-ctl plan --counters interview=5                  the next open day with five counters for interviews
  panggil-ctl plan --past 2026-11-20 --hours 08:00-16:00   that Friday, open through the break
  panggil-ctl device init server.example --office cirebon  on the server, once
  panggil-ctl device add display-hall-1 --area hall        and take the file to that machine
  panggil-ctl join display-hall-1.panggil                  there
  panggil-ctl device list
  panggil-ctl display screenshot display-hall-1            what is on it, into display-hall-1.png
  panggil-ctl display power display-hall-1 off
  panggil-ctl content push posters --url http://server.example/posters display-hall-1 display-hall-2
  panggil-ctl doctor                                       what is wrong on this machine
  panggil-ctl backup /media/stick                          the journal, as it is now

Exit codes: 0 done; 1 refused; 2 usage or settings; 3 no answer, outcome unknown; 4 no connection, or no dispatcher.)";

/// What a supervisor asks of the dispatcher.
class Asking {
 public:
  Asking(CLI::App& app, CommandLine& line) : app_(app), line_(line) {}

  void add() {
    notice();
    action("reload", "Have the dispatcher take its office's file over as it is now");
    auto* clear = action("clear-notice", "Take a notice off the displays");
    clear->add_option("NOTICE", line_.command.notice, "Its id, such as n1")->required();
    for (const auto& [name, what] : {std::pair("suspend-service", "Give out no tickets of a service"),
                                     std::pair("restore-service", "Give out its tickets again")}) {
      action(name, what)
          ->add_option("SERVICE", line_.command.service, "Its id in the office's file")
          ->required();
    }
  }

 private:
  CLI::App* action(const std::string& name, const std::string& what) {
    auto* sub = app_.add_subcommand(name, what);
    sub->callback([&line = line_, name] {
      line.action = Action::kAsk;
      line.ask = name;
    });
    sub->add_flag("--json", line_.json, "Print the dispatcher's answer as it came");
    return sub;
  }

  void notice() {
    auto* sub = action("notice", "Put a notice on the displays");
    auto* words = sub->add_option_group("text");
    words->add_option_function<std::string>(
        "TEXT", [&line = line_](const std::string& text) { line.command.text = text; },
        "The same in each language");
    words->add_option_function<std::vector<std::string>>(
        "--in", [&line = line_](const auto& texts) { line.command.text = by_language(texts); },
        "LANGUAGE=TEXT; once for each language");
    words->require_option(1);
    line_.command.level = "info";
    sub->add_option("--level", line_.command.level, "info (default), warning or emergency")
        ->check(CLI::IsMember({"info", "warning", "emergency"}))
        ->type_name("LEVEL");
    sub->add_option("--area", line_.command.area, "Where; without it everywhere")->type_name("AREA");
    sub->add_option_function<std::string>(
           "--until", [&line = line_](const std::string& time) { take_until(time, line); },
           "When it ends by itself: 11:00 is today, by the office's clock; or 2026-11-23T11:00:00+07:00")
        ->type_name("TIME");
  }

  static void take_until(const std::string& time, CommandLine& line) {
    line.command.until = parse_stamp(time);
    line.until_today = settings::parse_time_of_day(time.size() == 4 ? "0" + time : time);
    if (line.command.until || line.until_today) return;
    throw CLI::ValidationError("--until", spoken_text("usage.until", {{"time", time}}));
  }

  static protocol::LocalText by_language(const std::vector<std::string>& texts) {
    protocol::LocalText all;
    for (const auto& each : texts) {
      const auto equals = each.find('=');
      if (equals == std::string::npos)
        throw CLI::ValidationError("--in", spoken_text("usage.in_language", {{"text", each}}));
      all[each.substr(0, equals)] = each.substr(equals + 1);
    }
    return all;
  }

  CLI::App& app_;
  CommandLine& line_;
};

void add_days(CLI::App& sub, CommandLine& line) {
  sub.add_option("--from", line.days.from, "First service day; without --from and --to the present one")
      ->type_name("YYYY-MM-DD");
  sub.add_option("--to", line.days.to, "Last service day")->type_name("YYYY-MM-DD");
}

std::string fault_of_kind(const std::string& word) {
  const auto kinds = session::event_kinds();
  if (std::ranges::find(kinds, word) != kinds.end()) return {};
  return spoken_text("usage.no_kind",
                     {{"word", word}, {"choices", fmt::format("{}", fmt::join(kinds, ", "))}});
}

/// What has happened, as the dispatcher's journal has it.
void add_events(CLI::App& app, CommandLine& line) {
  auto* sub = app.add_subcommand("events", "What has happened, and why; asks the dispatcher as a supervisor");
  sub->callback([&line] { line.action = Action::kEvents; });
  add_days(*sub, line);
  sub->add_option("--ticket", line.filter.ticket, "Only of this ticket, such as A017")->type_name("TICKET");
  sub->add_option("--counter", line.filter.counter, "Only at this counter")->type_name("COUNTER");
  sub->add_option("--kind", line.filter.kind, "Only of this kind, such as ticket-called")
      ->type_name("KIND")
      ->check(fault_of_kind);
  sub->add_flag("--follow", line.follow, "Go on with what happens, until Ctrl-C");
  sub->add_flag("--json", line.json, "One JSON object a line, as in docs/protocol.md");
}

void add_report(CLI::App& app, CommandLine& line) {
  auto* sub = app.add_subcommand("report", "What days came to: tickets, waits, counters; as a supervisor");
  sub->callback([&line] { line.action = Action::kReport; });
  add_days(*sub, line);
  sub->add_option("--format", line.format,
                  "table (default), csv for a spreadsheet, or html: one page to read and print")
      ->check(CLI::IsMember({"table", "csv", "html"}))
      ->type_name("FORMAT");
  sub->add_option("--output", line.output, "Into this file, which is replaced; without it to standard output")
      ->type_name("FILE");
}

void add_plan(CLI::App& app, CommandLine& line) {
  auto* sub = app.add_subcommand(
      "plan", "What a day would be with other counters or hours: plays it with simulated people");
  sub->callback([&line] { line.action = Action::kPlan; });
  auto& plan = line.plan;
  sub->add_option("--office", plan.office, "Folder of office.yaml and simulation.yaml; default /etc/panggil")
      ->type_name("DIR");
  auto* day = sub->add_option("--day", plan.day, "The date that is played; default the next open one");
  auto* past = sub->add_option("--past", plan.past, "Play this past day of the dispatcher's journal instead");
  for (auto* date : {day, past})
    date->type_name("YYYY-MM-DD")->check([](const std::string& text) {
      return parse_day(text) ? std::string() : spoken_text("usage.no_date", {{"day", text}});
    });
  past->excludes(day);
  sub->add_option("--counters", plan.counters, "SERVICE=NUMBER: so many counters for it; may be repeated")
      ->type_name("SERVICE=N");
  sub->add_option("--hours", plan.hours, "Other opening hours, such as 08:00-12:00,13:00-16:00")
      ->type_name("HOURS");
  sub->add_option("--days", plan.days, "How many days are played; default 20")
      ->check(CLI::Range(1, 500))
      ->type_name("N");
  sub->add_option("--seed", plan.seed, "Other people; default 1")->type_name("N");
  sub->add_option("--format", line.format, "table (default), or csv for a spreadsheet")
      ->check(CLI::IsMember({"table", "csv"}))
      ->type_name("FORMAT");
}

void add_backup(CLI::App& app, CommandLine& line) {
  auto* sub = app.add_subcommand(
      "backup", "Have the dispatcher copy its journal into its directory of backups, while it works");
  sub->callback([&line] { line.action = Action::kBackup; });
  sub->add_option("FILE", line.output, "Take it there as well; only on the dispatcher's machine");
  sub->add_flag("--json", line.json, "Print the dispatcher's answer as it came");
}

void add_doctor(CLI::App& app, CommandLine& line) {
  auto* sub = app.add_subcommand("doctor", "What is wrong with Panggil on this machine, and what to do");
  sub->callback([&line] { line.action = Action::kDoctor; });
  sub->add_option("--root", line.device.root, "Look at the system below this directory")->type_name("DIR");
  sub->add_flag("--json", line.json, "As one JSON list");
}

}  // namespace

void add_flags(CLI::App& app, CommandLine& line) {
  app.fallthrough()->require_subcommand(0, 1)->footer(kExamples);
  settings::add_common_flags(app, line.common);
  auto* status = app.add_subcommand("status", "How the office is at this moment");
  status->callback([&line] { line.action = Action::kStatus; });
  status->add_flag("--json", line.json, "As one JSON object, made of what stands at the broker");
  auto* watch =
      app.add_subcommand("watch", "The office live, until q or Ctrl-C; through a pipe one line an event");
  watch->callback([&line] { line.action = Action::kWatch; });
  Asking(app, line).add();
  add_events(app, line);
  add_report(app, line);
  add_plan(app, line);
  add_backup(app, line);
  add_doctor(app, line);
  add_device_actions(app, line.device, [&line] { line.action = Action::kDevice; });
  add_screen_actions(app, line.screens, [&line] { line.action = Action::kScreens; });
}

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("ctl", line.common);
  auto machine = settings::read_machine(document.root());
  settings::check_files(document.root(), machine);
  document.root().no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  const auto name = machine.name.value_or(ClientId("supervisor-1"));
  check_days(line.days);
  return {std::move(machine), name};
}

Settings read_what_can_be_read(const CommandLine& line) {
  try {
    return read_settings(line);
  } catch (const std::exception&) {
    settings::Machine machine;
    settings::apply_flags(machine, line.common);
    const auto name = machine.name.value_or(ClientId("supervisor-1"));
    return {std::move(machine), name};
  }
}

}  // namespace panggil::ctl
