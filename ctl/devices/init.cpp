#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "common/base/clock.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/broker_files.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/first_office.hpp"
#include "ctl/devices/host_name.hpp"
#include "ctl/devices/own_devices.hpp"
#include "ctl/devices/services.hpp"
#include "ctl/is_there.hpp"

namespace panggil::ctl {
namespace {

/// As the command line, ctl.yaml or the office's file has it.
SiteId site_of(const Places& places, const Settings& settings) {
  if (settings.machine.site) return *settings.machine.site;
  if (is_there(places.office())) {
    const auto document = settings::Document::load(places.office());
    if (const auto site = document.root().required("site").id<SiteId>()) return *site;
  }
  throw std::runtime_error(spoken_text("device.which_office", {{"file", places.office().string()}}));
}

/// All certificates are for these, and so it is for good.
void require_hosts(const std::vector<std::string>& hosts) {
  for (const auto& host : hosts)
    if (!is_host(host)) throw std::invalid_argument(spoken_text("device.no_host", {{"host", host}}));
}

}  // namespace

int init_site(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording) {
  require_hosts(flags.hosts);
  const auto places = flags.places();
  const auto now = RealClock().wall();
  std::optional<FirstOffice> office;
  if (!flags.office.empty()) office = first_office(places, flags.office, settings.machine.site);
  const Site site{office ? office->site : site_of(places, settings), flags.hosts, flags.port};
  const auto broker = broker_settings(places, flags.port);
  if (office)
    put_in_place(*office, places);  // what may fail for want of room or rights, before the authority is there
  const auto authority = Authority::make(places.authority(), site, now);
  write_broker_files(authority, places, now, flags.validity());
  write_broker_settings(places, broker);
  for (const auto& own : own_devices(settings.name)) give_own(authority, own, places, now, flags.validity());
  fmt::print("{}\n", wording.text("device.site_made", {{"site", site.site.text()},
                                                       {"authority", places.authority().string()},
                                                       {"broker", site.broker()}}));
  if (office)
    fmt::print("{}\n", wording.text("device.office_in_place", {{"file", places.office().string()},
                                                               {"source", office->source.string()}}));
  const bool started = places.here() && has_systemd() && run_command({"systemctl", "restart", "mosquitto"}) &&
                       run_command({"systemctl", "restart", "panggil-dispatcher"});
  fmt::print("{}\n", wording.text(started ? "device.site_started" : "device.site_to_start"));
  return settings::kDone;
}

}  // namespace panggil::ctl
