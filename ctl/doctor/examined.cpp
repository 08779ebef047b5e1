#include "ctl/doctor/examined.hpp"

#include <unistd.h>

#include "common/texts/spoken.hpp"
#include "ctl/devices/own_devices.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/devices/services.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGivenBySystemd = "/run/credentials/";

/// What systemd hands to a service that is not running stands in root's /etc/credstore.
fs::path where_it_is(const fs::path& file, const std::string& program, const Places& places) {
  const bool given = file.string().starts_with(kGivenBySystemd);
  if (!given || ::access(file.c_str(), R_OK) == 0) return file;
  return places.at("/etc/credstore/panggil-" + program + "." + file.filename().string());
}

void take_files_from_where_they_are(Examined& examined, const Places& places) {
  for (auto* file : {&examined.machine.tls.ca, &examined.machine.tls.certificate, &examined.machine.tls.key})
    *file = where_it_is(*file, examined.program, places);
  auto& password = examined.machine.password_file;
  if (password) *password = where_it_is(*password, examined.program, places);
}

/// On the server, which has the authority, dispatcher and panggil-ctl are its own; else it is whom the
/// settings name.
Holder holder_of(const Examined& examined, const Places& places, const session::Wording& wording) {
  const auto& name = examined.machine.name;
  std::error_code none;
  if (fs::exists(places.authority(), none))
    for (const auto& own : own_devices(name.value_or(ClientId("supervisor-1"))))
      if (program_of(own.role) == examined.program) return {own.name.text(), true};
  return {name ? name->text() : wording.text("device.any_name")};
}

/// The file's contents, or a finding of that name.
std::string secret_or_not(const fs::path& file, const char* finding, const Holder& holder,
                          Findings& findings) {
  if (file.empty()) return {};
  try {
    return read_file(file);
  } catch (const std::runtime_error& error) {
    findings.bad(
        "settings", finding,
        {{"why", error.what()}, {"name", holder.name}, {"renewal", renewal(holder, findings.wording())}});
    return {};
  }
}

Credentials read_credentials(const Examined& examined, Findings& findings) {
  Credentials credentials;
  const auto& machine = examined.machine;
  if (machine.name) credentials.user = machine.name->text();
  const auto read = [&](const fs::path& file, const char* finding = "file_unreadable") {
    return secret_or_not(file, finding, examined.holder, findings);
  };
  credentials.authority = read(machine.tls.ca);
  const auto certificate = read(machine.tls.certificate);
  const auto key = read(machine.tls.key);
  if (!certificate.empty() && !key.empty()) credentials.own = {certificate, Secret(key)};
  if (!machine.password_file) return credentials;
  const auto password = read(*machine.password_file, "password_unreadable");
  credentials.password = Secret(password.substr(0, password.find_first_of("\r\n")));
  return credentials;
}

/// What cannot be looked at may well be there.
bool is_missing(const fs::path& file) {
  std::error_code unseen;
  return !fs::exists(file, unseen) && !unseen;
}

/// All keys and their values, by the program itself. Not by somebody who may not read its files.
void check_by_program(const Examined& examined, const Places& places, Findings& findings) {
  const auto& ca = examined.machine.tls.ca;
  if (!places.here() || (!ca.empty() && ::access(ca.c_str(), R_OK) != 0)) return;
  const auto checked = output_of({"panggil-" + examined.program, "--language", spoken().language(), "--check",
                                  "--config", examined.settings.string()});
  if (!checked.found || checked.ok) return;
  const bool no_office = examined.program == "dispatcher" && is_missing(examined.office);
  if (no_office && !examined.names_broker) return findings.bad("settings", "office_missing");
  const Facts program{{"program", "panggil-" + examined.program}, {"file", examined.settings.string()}};
  if (examined.is_blank && (examined.program == "display" || examined.program == "counter"))
    return findings.warn("settings", "settings_untold", program);
  const auto faults =
      own_words(checked.text, "panggil-" + examined.program + ":", examined.settings.string());
  findings.bad("settings", "settings_bad", {{"faults", faults}});
}

std::string faults_of(const settings::Document& document) {
  std::string faults;
  for (const auto& problem : document.problems())
    faults += (faults.empty() ? "" : "; ") + settings::to_text(problem);
  return faults;
}

PrinterWay way_to(const settings::Node& printer) {
  PrinterWay way;
  if (const auto device = printer.optional("device"); device.present()) way.device = device.path();
  if (const auto tcp = printer.optional("tcp"); tcp.present()) way.tcp = tcp.text();
  if (const auto cups = printer.optional("cups"); cups.present()) way.cups = cups.text();
  return way;
}

std::optional<Examined> examine(const std::string& program, const fs::path& file, const Places& places,
                                Findings& findings) {
  Examined examined{.program = program, .settings = file};
  try {
    const auto document = settings::Document::load(file);
    const auto root = document.root();
    examined.machine = settings::read_machine(root);
    examined.names_broker = root.optional("broker").present();
    examined.knows_broker =
        examined.names_broker || places.has_service("dispatcher") || !is_missing(places.broker_settings());
    examined.is_blank = root.entries().empty();
    examined.office = places.office();
    if (const auto office = root.optional("office"); office.present())
      examined.office = office.path() / "office.yaml";
    examined.state = "/var/lib/panggil";
    if (const auto state = root.optional("state"); state.present()) examined.state = state.path();
    if (const auto printer = root.optional("printer"); printer.present()) examined.printer = way_to(printer);
    if (!document.problems().empty()) {
      findings.bad("settings", "settings_bad", {{"faults", faults_of(document)}});
      return std::nullopt;
    }
  } catch (const std::runtime_error& error) {
    findings.bad("settings", "settings_bad", {{"faults", error.what()}});
    return std::nullopt;
  }
  const auto before = findings.all().size();
  examined.holder = holder_of(examined, places, findings.wording());
  take_files_from_where_they_are(examined, places);
  examined.credentials = read_credentials(examined, findings);
  check_by_program(examined, places, findings);
  if (findings.all().size() == before) findings.ok("settings", "settings_good", {{"file", file.string()}});
  return examined;
}

}  // namespace

std::vector<Examined> examine_settings(const Places& places, const std::optional<fs::path>& only,
                                       Findings& findings) {
  std::vector<Examined> all;
  for (const char* program : {"dispatcher", "display", "counter", "kiosk", "ctl"}) {
    const auto file = only ? *only : places.settings(program);
    const bool meant = only ? file.stem() == program : !is_missing(file);
    if (!meant) continue;
    if (auto examined = examine(program, file, places, findings)) all.push_back(std::move(*examined));
  }
  // A file of another name is looked at as that of panggil-ctl.
  if (only && all.empty() && findings.all().empty())
    if (auto examined = examine("ctl", *only, places, findings)) all.push_back(std::move(*examined));
  return all;
}

}  // namespace panggil::ctl
