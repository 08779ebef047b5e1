#include "kiosk/command_line.hpp"

#include <CLI/CLI.hpp>

#include "common/base/ids.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::kiosk {
namespace {

constexpr auto kExamples = R"(
Without an action the visitors' touch screen opens, on the whole screen unless a size is given.

Examples:
  panggil-kiosk --site cirebon
  panggil-kiosk --site cirebon --size 1280x720
  panggil-kiosk issue cs
  panggil-kiosk issue interview --class priority --json

Exit codes: 0 done; 1 refused; 2 usage or settings; 3 no answer, outcome unknown; 4 no connection, or no screen
to draw on.)";

const CLI::Validator kId(
    [](std::string& text) {
      return is_id(text) ? std::string() : spoken_text("usage.kiosk_id", {{"word", text}});
    },
    "", "id");

}  // namespace

void add_flags(CLI::App& app, CommandLine& line) {
  app.fallthrough()->require_subcommand(0, 1)->footer(kExamples);
  settings::add_common_flags(app, line.common);
  app.add_flag("--json", line.json, "Print the dispatcher's answer as it came");
  screen::add_window_flags(app, line.window);
  screen::add_wall_flags(app, line.window);
  auto* issue = app.add_subcommand("issue", "Issue one ticket");
  issue->callback([&line] { line.action = "issue"; });
  issue->add_option("SERVICE", line.command.service, "Its id in the office's file")->required()->check(kId);
  issue
      ->add_option("--class", line.command.ticket_class,
                   "regular, priority or another of the office's classes")
      ->check(kId)
      ->type_name("CLASS");
}

}  // namespace panggil::kiosk
