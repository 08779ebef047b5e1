#include "ctl/screens/command_line.hpp"

#include <CLI/CLI.hpp>

namespace panggil::ctl {
namespace {

class Adding {
 public:
  Adding(ScreenFlags& flags, const std::function<void()>& chosen) : flags_(flags), chosen_(chosen) {}

  void display(CLI::App& of) {
    auto* screenshot =
        action(of, "screenshot", "Fetch a picture of what is on a display", ScreenAction::kScreenshot);
    name(screenshot);
    screenshot->add_option("FILE", flags_.file,
                           "The file, which is replaced; default NAME.png in this directory");
    auto* power = action(of, "power", "Switch a display's screen on or off, or leave it to its hours again",
                         ScreenAction::kPower);
    name(power);
    power->add_option("POWER", flags_.power, "on, off or hours")
        ->required()
        ->check(CLI::IsMember({"on", "off", "hours"}));
  }

  void content(CLI::App& of) {
    auto* manifest = action(of, "manifest", "Write the list of a folder's pictures and videos into it",
                            ScreenAction::kManifest);
    folder(manifest);
    auto* push = action(of, "push", "Have displays fetch a folder that a web server offers, and play it",
                        ScreenAction::kPush);
    folder(push);
    push->add_option("--url", flags_.url, "Where the displays find the folder: http://… or https://…")
        ->required()
        ->type_name("URL");
    push->add_option("--wait", flags_.wait_s, "Wait so long for the displays; default 60")
        ->check(CLI::Range(0, 86400))
        ->type_name("SECONDS");
    auto* withdraw = action(of, "withdraw", "Have displays play what their own settings name again",
                            ScreenAction::kWithdraw);
    for (auto* sub : {push, withdraw})
      sub->add_option("NAME", flags_.displays, "The displays' names, such as display-hall-1")->required();
  }

 private:
  CLI::App* action(CLI::App& of, const std::string& name, const std::string& what, ScreenAction action) {
    auto* sub = of.add_subcommand(name, what);
    sub->callback([&flags = flags_, chosen = chosen_, action] {
      flags.action = action;
      chosen();
    });
    return sub;
  }
  void name(CLI::App* sub) {
    sub->add_option_function<std::string>(
           "NAME", [&flags = flags_](const std::string& display) { flags.displays = {display}; },
           "The display's name, such as display-hall-1")
        ->required();
  }
  void folder(CLI::App* sub) {
    sub->add_option("DIR", flags_.folder, "The folder, of which this has to be able to read every file")
        ->required();
  }

  ScreenFlags& flags_;
  const std::function<void()>& chosen_;
};

}  // namespace

void add_screen_actions(CLI::App& app, ScreenFlags& flags, const std::function<void()>& chosen) {
  Adding adding(flags, chosen);
  auto* display =
      app.add_subcommand("display", "What is on a display, and whether its screen is on; as a supervisor");
  adding.display(*display->require_subcommand(1));
  auto* content = app.add_subcommand("content", "Which pictures and videos displays play; as a supervisor");
  adding.content(*content->require_subcommand(1));
}

}  // namespace panggil::ctl
