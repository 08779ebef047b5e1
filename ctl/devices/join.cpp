#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/devices/bundle.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/install.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/devices/services.hpp"
#include "ctl/doctor/broker_probe.hpp"
#include "ctl/doctor/obstacle_words.hpp"

namespace panggil::ctl {
namespace {

void tell_installed(const Installed& installed, const Bundle& bundle, const session::Wording& wording) {
  std::string files;
  for (const auto& file : installed.files) files += (files.empty() ? "" : ", ") + file.string();
  fmt::print("{}\n", wording.text("device.installed", {{"name", bundle.name.text()},
                                                       {"site", bundle.site.text()},
                                                       {"settings", installed.settings.string()},
                                                       {"files", files}}));
}

/// Its service, or what people are to do.
void start(const Installed& installed, const DeviceFlags& flags, const session::Wording& wording) {
  const bool here = flags.places().here();
  const auto unit = here ? unit_here(installed.program) : Places::unit(installed.program);
  const Facts facts{{"unit", unit}, {"program", "panggil-" + installed.program}};
  const bool may = installed.service && here && !flags.no_start && has_systemd();
  const bool started = may && run_command({"systemctl", "enable", "--quiet", unit}) &&
                       run_command({"systemctl", "restart", unit});
  fmt::print("{}\n", wording.text(started             ? "device.service_started"
                                  : installed.service ? "device.service_to_start"
                                                      : "device.for_people",
                                  facts));
}

Probed try_broker(const Bundle& bundle) {
  BrokerProbe probe({bundle.authority, bundle.own, bundle.name.text(), {}});
  auto probed = probe.reach(bundle.broker);
  return probed.ok() ? probe.log_in(bundle.name.text()) : probed;
}

/// Somebody has taken the file to another machine, or comes before the package does.
void require_program(const Bundle& bundle, const DeviceFlags& flags) {
  const auto program = "panggil-" + *program_of(bundle.role);
  if (flags.places().here() && !output_of({program, "--version"}).found)
    throw std::runtime_error(spoken_text(
        "device.no_program", {{"file", flags.file}, {"name", bundle.name.text()}, {"program", program}}));
}

}  // namespace

int join_site(const DeviceFlags& flags, const session::Wording& wording) {
  const auto bundle = read_bundle(flags.file, read_file(flags.file));
  require_program(bundle, flags);
  const auto installed = install(bundle, flags.places(), bundle.broker);
  tell_installed(installed, bundle, wording);
  const auto probed = try_broker(bundle);
  if (probed.ok()) fmt::print("{}\n", wording.text("device.let_in", {{"broker", bundle.broker}}));
  start(installed, flags, wording);
  fmt::print("{}\n", wording.text("device.delete_bundle", {{"file", flags.file}}));
  std::fflush(stdout);
  if (probed.ok()) return settings::kDone;
  fmt::print(stderr, "panggil-ctl: {}\n", in_words(probed, bundle.broker, {bundle.name.text()}, wording));
  return settings::kNoConnection;
}

}  // namespace panggil::ctl
