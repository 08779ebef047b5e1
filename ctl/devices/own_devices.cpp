#include "ctl/devices/own_devices.hpp"

#include "ctl/devices/install.hpp"
#include "ctl/devices/services.hpp"

namespace panggil::ctl {

std::vector<OwnDevice> own_devices(const ClientId& supervisor) {
  return {{ClientId("dispatcher"), "dispatcher"}, {supervisor, "supervisor"}};
}

std::optional<OwnDevice> own_device(const ClientId& name, const ClientId& supervisor) {
  for (const auto& own : own_devices(supervisor))
    if (own.name == name) return own;
  return std::nullopt;
}

WallTime give_own(const Authority& authority, const OwnDevice& device, const Places& places, WallTime now,
                  std::chrono::seconds validity) {
  Bundle bundle;
  bundle.name = device.name;
  bundle.role = device.role;
  bundle.site = authority.site().site;
  bundle.broker = authority.site().broker();
  const auto added = authority.add(bundle, now, validity);
  install(added, places, authority.site().broker_here());
  return facts_of(added.own.certificate).until;
}

bool restart_own(const OwnDevice& device, const Places& places) {
  if (device.role != "dispatcher") return true;
  return places.here() && has_systemd() &&
         run_command({"systemctl", "try-restart", Places::unit("dispatcher")});
}

std::string renewed_words(const OwnDevice& device, WallTime until, bool used,
                          const session::Wording& wording) {
  return wording.text(used ? "device.own_renewed" : "device.own_to_restart",
                      {{"name", device.name.text()}, {"until", day_text(until)}});
}

}  // namespace panggil::ctl
