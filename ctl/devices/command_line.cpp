#include "ctl/devices/command_line.hpp"

#include <CLI/CLI.hpp>

namespace panggil::ctl {
namespace {

constexpr int kThreeYears = 3 * 365;

class Adding {
 public:
  Adding(CLI::App& app, DeviceFlags& flags, const std::function<void()>& chosen)
      : flags_(flags),
        chosen_(chosen),
        app_(app),
        device_(*app.add_subcommand("device", "Which machines belong to the site: certificates and access")) {
    device_.require_subcommand(1);
  }

  void add() {
    init();
    add_and_renew();
    list();
    revoke();
    join();
  }

 private:
  CLI::App* action(CLI::App& of, const std::string& name, const std::string& what, DeviceAction action) {
    auto* sub = of.add_subcommand(name, what);
    sub->callback([&flags = flags_, chosen = chosen_, action] {
      flags.action = action;
      chosen();
    });
    sub->add_option("--root", flags_.root, "Work on the system below this directory, and start nothing")
        ->type_name("DIR");
    return sub;
  }
  void name(CLI::App* sub) {
    sub->add_option("NAME", flags_.name, "The device's name at the broker, such as display-hall-1")
        ->required();
  }
  void days(CLI::App* sub) {
    sub->add_option("--days", flags_.days, "The certificate is good for so long; default 1095")
        ->check(CLI::Range(1, 7300))
        ->type_name("N");
  }
  void reload(CLI::App* sub) {
    sub->add_option("--reload", flags_.reload,
                    "What makes the broker read its files again; default: systemctl reload mosquitto")
        ->type_name("COMMAND");
  }

  void init() {
    auto* sub =
        action(device_, "init", "Make the site's authority, and set the broker here up for certificates",
               DeviceAction::kInit);
    sub->add_option("HOST", flags_.hosts, "Names and addresses of this machine; devices use the first")
        ->required();
    sub->add_option("--port", flags_.port, "The broker's; default 8883")
        ->check(CLI::Range(1, 65535))
        ->type_name("N");
    sub->add_option("--office", flags_.office,
                    "Put the office's file in place: a shipped one's name, such as cirebon, or a file")
        ->type_name("OFFICE");
    days(sub);
  }
  void add_and_renew() {
    auto* add = action(device_, "add", "Let machines in: writes one file for each, to take to it",
                       DeviceAction::kAdd);
    auto* renew = action(device_, "renew", "A new certificate for one that is in, in a file to take to it",
                         DeviceAction::kRenew);
    add->add_option("NAME", flags_.names, "The devices' names at the broker, such as display-hall-1")
        ->required();
    name(renew);
    for (auto* sub : {add, renew}) {
      days(sub);
      sub->add_option("--output", flags_.output, "The file; default NAME.panggil in this directory")
          ->type_name("FILE");
    }
    add->add_option("--role", flags_.role, "What it is, where its name does not begin with that word")
        ->type_name("ROLE");
    add->add_option("--area", flags_.area, "Of displays: what they show")->type_name("AREA");
    add->add_option("--counter", flags_.counter, "Of a counter: where it acts; default the name's rest")
        ->type_name("COUNTER");
    reload(renew);
  }
  void list() {
    auto* sub = action(device_, "list", "All of them: there or not, program, version, health, certificate",
                       DeviceAction::kList);
    sub->add_flag("--json", flags_.json, "As one JSON list");
  }
  void revoke() {
    auto* sub = action(device_, "revoke", "Shut a machine out, at once", DeviceAction::kRevoke);
    name(sub);
    reload(sub);
  }
  void join() {
    auto* sub = action(app_, "join", "Make this machine one of the site, by the file that device add wrote",
                       DeviceAction::kJoin);
    sub->add_option("FILE", flags_.file, "Such as display-hall-1.panggil")->required();
    sub->add_flag("--no-start", flags_.no_start, "Start no service");
  }

  DeviceFlags& flags_;
  const std::function<void()>& chosen_;
  CLI::App& app_;
  CLI::App& device_;
};

}  // namespace

std::chrono::seconds DeviceFlags::validity() const {
  return std::chrono::hours(24) * (days == 0 ? kThreeYears : days);
}

void add_device_actions(CLI::App& app, DeviceFlags& flags, const std::function<void()>& chosen) {
  Adding(app, flags, chosen).add();
}

}  // namespace panggil::ctl
