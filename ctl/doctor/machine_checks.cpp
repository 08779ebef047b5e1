#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "common/runtime/device_health.hpp"
#include "common/settings/system_words.hpp"
#include "ctl/devices/services.hpp"
#include "ctl/doctor/checks.hpp"
#include "ctl/doctor/refusals.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMegabyte = 1U << 20U;
constexpr std::uintmax_t kTooLittleRoom = 32 * kMegabyte;
constexpr std::uintmax_t kLittleRoom = 512 * kMegabyte;

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

/// The nearest directory that is there, or cannot be looked at.
fs::path existing(fs::path directory) {
  std::error_code unseen;
  while (!fs::exists(directory, unseen) && !unseen && directory.has_relative_path())
    directory = directory.parent_path();
  return directory;
}

std::string property(const std::string& unit, const std::string& name) {
  return output_of({"systemctl", "show", "--value", "-p", name, unit}).text;
}

void check_service(const std::string& unit, Findings& findings) {
  const auto state = property(unit, "ActiveState");
  const auto enabled = property(unit, "UnitFileState");
  const Facts facts{{"unit", unit}, {"state", state}, {"restarts", property(unit, "NRestarts")}};
  if (state == "failed" || state == "activating") return findings.bad("services", "service_failed", facts);
  if (state != "active") return findings.warn("services", "service_stopped", facts);
  if (enabled == "disabled") return findings.warn("services", "service_not_enabled", facts);
  findings.ok("services", "service_runs", facts);
}

void check_device(const fs::path& device, Findings& findings) {
  const Facts facts{{"printer", device.string()}};
  std::error_code unseen;
  if (!fs::exists(device, unseen) && !unseen) return findings.bad("printer", "printer_missing", facts);
  if (::access(device.c_str(), W_OK) != 0) return findings.bad("printer", "printer_forbidden", facts);
  findings.ok("printer", "printer_there", facts);
}

/// Says nothing to it: only whether something takes connections there.
void check_network_printer(const std::string& address, Findings& findings) {
  const bool has_port =
      address.find(':', address.starts_with('[') ? address.find(']') : 0) != std::string::npos;
  const auto probed = BrokerProbe({}).reach("tcp://" + address + (has_port ? "" : ":9100"));
  const Facts facts{{"printer", address}, {"why", probed.detail}};
  if (probed.ok()) return findings.ok("printer", "printer_there", facts);
  findings.bad("printer", "printer_silent", facts);
}

void check_queue(const std::string& queue, Findings& findings) {
  const Facts facts{{"printer", queue}};
  const auto told = output_of({"lpstat", "-p", queue});
  if (!told.found) return findings.bad("printer", "printer_no_cups", facts);
  if (!told.ok) return findings.bad("printer", "printer_no_queue", facts);
  if (told.text.find("disabled") != std::string::npos)
    return findings.bad("printer", "printer_queue_stopped", facts);
  findings.ok("printer", "printer_there", facts);
}

}  // namespace

void check_clock_is_set(Findings& findings) {
  const auto is_set = clock_synchronised();
  if (!is_set) return;  // a container may not ask
  if (!*is_set) return findings.warn("clock", "clock_unset");
  findings.ok("clock", "clock_set");
}

void check_disk(const fs::path& directory, Findings& findings) {
  std::error_code error;
  const auto there = existing(directory);
  const auto space = fs::space(there, error);
  const Facts facts{{"directory", there.string()}, {"mib", std::to_string(space.available / kMegabyte)}};
  if (error)
    return findings.bad("disk", "disk_unreadable",
                        {{"directory", there.string()}, {"why", settings::system_words(error.value())}});
  if (space.available < kTooLittleRoom) return findings.bad("disk", "disk_full", facts);
  if (space.available < kLittleRoom) return findings.warn("disk", "disk_small", facts);
  findings.ok("disk", "disk_room", facts);
}

void check_screen(const Places& places, Findings& findings) {
  std::string connected;
  std::error_code none;
  for (const auto& connector : fs::directory_iterator(places.at("/sys/class/drm"), none))
    if (first_line(connector.path() / "status") == "connected")
      connected += (connected.empty() ? "" : ", ") + connector.path().filename().string();
  if (!connected.empty()) return findings.ok("screen", "screen_there", {{"connectors", connected}});
  if (none) return findings.bad("screen", "screen_no_card");
  findings.bad("screen", "screen_none");
}

void check_sound(const Places& places, Findings& findings) {
  const auto line = first_line(places.at("/proc/asound/cards"));
  if (line.empty() || line.find("no soundcards") != std::string::npos)
    return findings.warn("sound", "sound_none");
  findings.ok("sound", "sound_there", {{"card", line.substr(line.find_first_not_of(' '))}});
}

void check_printer(const Examined& examined, Findings& findings) {
  if (!examined.printer) return;
  const auto& [device, tcp, cups] = *examined.printer;
  if (!device.empty()) return check_device(device, findings);
  if (!tcp.empty()) return check_network_printer(tcp, findings);
  if (!cups.empty()) check_queue(cups, findings);
}

void check_refusals(const Places& places, Findings& findings) {
  std::ifstream in(places.broker_settings());
  const std::string settings(std::istreambuf_iterator<char>(in), {});
  if (!places.here() || !has_systemd() || settings.find("\nacl_file ") == std::string::npos) return;
  if (settings.find("\nlog_type debug\n") == std::string::npos)
    return findings.warn("refusals", "refusals_unlogged", {{"file", places.broker_settings().string()}});
  const auto log = output_of(
      {"journalctl", "-q", "--no-pager", "-o", "cat", "-u", "mosquitto", "-p", "warning", "--since", "-24h"});
  const auto refusals = refusals_in(log.text);
  if (refusals.empty()) return findings.ok("refusals", "refusals_none");
  for (const auto& [name, of_name] : refusals)
    findings.warn("refusals", "refusals_of",
                  {{"name", name}, {"times", std::to_string(of_name.times)}, {"topic", of_name.last_topic}});
}

void check_services(const std::vector<Examined>& all, const Places& places, Findings& findings) {
  if (!places.here() || !has_systemd()) return;
  std::error_code unseen;
  if (fs::exists(places.broker_settings(), unseen)) check_service("mosquitto.service", findings);
  for (const auto& examined : all)
    if (places.has_service(examined.program)) check_service(unit_here(examined.program), findings);
}

}  // namespace panggil::ctl
