#include "ctl/doctor/doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "common/settings/command_line.hpp"
#include "ctl/doctor/checks.hpp"

namespace panggil::ctl {
namespace {

std::string_view word(Level level) {
  switch (level) {
    case Level::kOk:
      return "ok";
    case Level::kWarn:
      return "warn";
    case Level::kBad:
      return "bad";
  }
  return "bad";
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : session::printable(text)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string as_json(const Findings& findings) {
  std::string text;
  for (const auto& one : findings.all())
    text += fmt::format(R"({}{{"check":"{}","level":"{}","text":{}}})", text.empty() ? "" : ",", one.check,
                        word(one.level), quoted(one.text));
  return "[" + text + "]\n";
}

/// The worst stands out by its word; order is that of the checks, as one follows from another.
std::string as_lines(const Findings& findings) {
  std::string text;
  for (const auto& one : findings.all())
    text += fmt::format("{:<5} {}\n", findings.wording().text("doctor.level." + std::string(word(one.level))),
                        one.text);
  return text;
}

bool has(const std::vector<Examined>& all, std::string_view program) {
  return std::ranges::any_of(all, [&](const auto& one) { return one.program == program; });
}

/// Programs of one machine mostly have one broker and name: each is looked at once. Where one has been told
/// of a broker, those that have not are only installed: join came with panggil-ctl.
void check_network(const std::vector<Examined>& all, const Places& places, Findings& findings) {
  std::set<std::string> seen;
  const bool told = std::ranges::any_of(all, &Examined::names_broker);
  for (const auto& examined : all) {
    if (told && !examined.names_broker) continue;
    const auto name = examined.machine.name ? examined.machine.name->text() : "";
    const auto now = RealClock().wall();
    // The dispatcher is looked for by those who ask it; coming in its own name would end its connection.
    if (examined.program == "dispatcher") {
      check_certificate(examined, now, findings);
      continue;
    }
    if (!seen.insert(examined.machine.broker + " " + name).second) continue;
    check_certificate(examined, now, findings);
    const auto connected = std::ranges::find_if(all, [&](const Examined& other) {
      return other.machine.name == examined.machine.name && is_connected_by_name(other, places);
    });
    if (!check_broker(examined, connected != all.end(), now, findings)) continue;
    if (connected != all.end())
      findings.ok("dispatcher", "dispatcher_not_asked", {{"program", connected->program}, {"name", name}});
    else
      check_dispatcher(examined, findings);
  }
}

void check_machine(const std::vector<Examined>& all, const Places& places, Findings& findings) {
  check_clock_is_set(findings);
  check_disk(places.at("/etc"), findings);
  for (const auto& examined : all) {
    if (examined.program == "dispatcher") check_disk(examined.state, findings);
    if (examined.program == "display") check_sound(places, findings);
    check_printer(examined, findings);
  }
  if (has(all, "display")) check_screen(places, findings);
  check_refusals(places, findings);
  check_services(all, places, findings);
}

}  // namespace

int run_doctor(const Settings& settings, const CommandLine& line) {
  const session::Wording wording(settings.machine.language);
  Findings findings(wording);
  const auto places = line.device.places();
  const auto all = examine_settings(places, line.common.config, findings);
  if (all.empty() && findings.all().empty()) findings.bad("settings", "settings_none");
  check_network(all, places, findings);
  check_machine(all, places, findings);
  fmt::print("{}", line.json ? as_json(findings) : as_lines(findings));
  std::fflush(stdout);
  const bool bad =
      std::ranges::any_of(findings.all(), [](const auto& one) { return one.level == Level::kBad; });
  return bad ? settings::kRefused : settings::kDone;
}

}  // namespace panggil::ctl
