#include "counter-client/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "common/base/ids.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::counter {
namespace {

constexpr auto kExamples = R"(
Without an action the officer's window opens, or, with --keypad, a number pad is the counter.

Examples:
  panggil-counter --counter 3
  panggil-counter --counter 3 open
  panggil-counter --counter 3 next
  panggil-counter --counter 3 skip --no-next
  panggil-counter --counter 3 call A017 --json

Exit codes: 0 done; 1 refused; 2 usage or settings; 3 no answer, outcome unknown; 4 no connection, or no screen
to draw on.)";

/// A ticket number as people type it: `a017` too.
const CLI::Validator kTicket(
    [](std::string& text) {
      std::ranges::transform(text, text.begin(),
                             [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
      return is_ticket_number(text) ? std::string() : spoken_text("usage.ticket", {{"word", text}});
    },
    "", "ticket number");

const CLI::Validator kTicketOrNone(
    [](std::string& text) { return text == "none" ? std::string() : kTicket(text); }, "",
    "ticket number or none");

class Actions {
 public:
  Actions(CLI::App& app, CommandLine& line) : app_(app), line_(line) {}

  void add() {
    text_option(action("open", "Open the counter"), "--officer", line_.command.officer, "Who serves here");
    text_option(action("pause", "Pause the counter"), "--reason", line_.command.reason, "Why");
    action("close", "Close the counter");
    action("next", "Finish the current ticket and call the next one");
    ticket_option(action("call", "Finish the current ticket and call a certain one"));
    action("recall", "Call the current ticket again");
    action("start", "The person is there: service begins");
    complete();
    auto* skip = action("skip", "The person has not come; call the next one");
    skip->add_flag_callback(
        "--no-next", [&line = line_] { line.command.call_next = false; }, "Call nobody");
    auto* reinstate = ticket_option(action("reinstate", "Put a no-show back in line"));
    position_option(reinstate, "last (default), sorted by its arrival, or first");
    ticket_option(action("cancel", "Take a waiting or held ticket out of the line"));
    text_option(action("hold", "Put the current ticket aside for a while"), "--reason", line_.command.reason,
                "Why");
    ticket_option(action("resume", "Call a ticket that is on hold back to this counter"));
    transfer();
    action("undo", "Take back this counter's last action, within 30 s");
  }

 private:
  void complete() {
    auto* sub = action("complete", "Finish the current ticket and call nobody");
    text_option(sub, "--outcome", line_.command.outcome, "What came of it");
    sub->add_flag_callback(
        "--final", [&line = line_] { line.command.final_service = true; },
        "End the visit here, even if another service follows");
  }
  void transfer() {
    auto* sub =
        action("transfer", "Have the current ticket wait for another service, or for one counter alone");
    auto* to = sub->add_option_group("to");
    text_option(to, "--service", line_.command.service, "Which service");
    text_option(to, "--to", line_.command.to_counter, "Which counter");
    to->require_option(1);
    position_option(sub, "sorted by its arrival (default), first, or last");
  }
  void position_option(CLI::App* sub, const std::string& what) {
    sub->add_option("--position", line_.command.position, what)
        ->check(CLI::IsMember({"last", "sorted", "first"}))
        ->type_name("POSITION");
  }
  CLI::App* action(const std::string& name, const std::string& what) {
    auto* sub = app_.add_subcommand(name, what);
    sub->callback([&line = line_, name] { line.action = name; });
    return sub;
  }
  CLI::App* ticket_option(CLI::App* sub) {
    sub->add_option("TICKET", line_.command.ticket, "Its number")->required()->transform(kTicket);
    return sub;
  }
  void text_option(CLI::App* sub, const std::string& flag, std::optional<std::string>& target,
                   const std::string& what) {
    sub->add_option(flag, target, what)->type_name("TEXT");
  }

  CLI::App& app_;
  CommandLine& line_;
};

void expect(CommandLine& line, const std::string& ticket) {
  line.command.expect.emplace();
  if (ticket != "none") line.command.expect->ticket = ticket;
}

}  // namespace

void add_flags(CLI::App& app, CommandLine& line) {
  app.fallthrough()->require_subcommand(0, 1)->footer(kExamples);
  settings::add_common_flags(app, line.common);
  app.add_option("--counter", line.counter, "Which counter this is")->type_name("ID");
  app.add_flag("--json", line.json, "Print the dispatcher's answer as it came");
  app.add_option_function<std::string>(
         "--expect", [&line](const std::string& ticket) { expect(line, ticket); },
         "Act only if this ticket is current; without it: if what the broker shows now still is")
      ->transform(kTicketOrNone)
      ->type_name("TICKET|none");
  app.add_flag("--no-expect", line.no_expect, "Act whatever ticket is current")->excludes("--expect");
  app.add_flag("--keypad", line.keypad, "A number pad is the counter, without a window");
  screen::add_window_flags(app, line.window);
  Actions(app, line).add();
}

}  // namespace panggil::counter
