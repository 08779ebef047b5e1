#include "ctl/command_line.hpp"

#include <CLI/CLI.hpp>
#include <utility>

namespace panggil::ctl {
namespace {
constexpr auto kExamples = R"(
Examples:
  panggil-ctl status
  panggil-ctl status --json --site cirebon
  panggil-ctl watch
  panggil-ctl watch | grep ticket-called

Exit codes: 0 done; 2 usage or settings; 4 no connection, or no dispatcher.)";
}

void add_flags(CLI::App& app, CommandLine& line) {
  app.fallthrough()->require_subcommand(0, 1)->footer(kExamples);
  settings::add_common_flags(app, line.common);
  auto* status = app.add_subcommand("status", "How the office is at this moment");
  status->callback([&line] { line.action = Action::kStatus; });
  status->add_flag("--json", line.json, "As one JSON object, made of what stands at the broker");
  auto* watch =
      app.add_subcommand("watch", "The office live, until q or Ctrl-C; through a pipe one line an event");
  watch->callback([&line] { line.action = Action::kWatch; });
}

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("ctl", line.common);
  auto machine = settings::read_machine(document.root());
  settings::check_files(document.root(), machine);
  document.root().no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  const auto name = machine.name.value_or(ClientId("supervisor-1"));
  return {std::move(machine), name};
}

}  // namespace panggil::ctl
