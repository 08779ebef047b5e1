/// \file
/// The server's own devices: they have their certificates where they are used, and no file goes anywhere.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "common/session/wording.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/places.hpp"

namespace panggil::ctl {

struct OwnDevice {
  ClientId name;
  std::string role;
};

/// The dispatcher, and panggil-ctl under `supervisor`.
std::vector<OwnDevice> own_devices(const ClientId& supervisor);
/// The one of that name.
std::optional<OwnDevice> own_device(const ClientId& name, const ClientId& supervisor);

/// A certificate for it, put in place; it reaches the broker as `localhost`.
/// \returns the certificate's end
WallTime give_own(const Authority& authority, const OwnDevice& device, const Places& places, WallTime now,
                  std::chrono::seconds validity);
/// Has it use what was given. False: it has to be restarted by hand.
bool restart_own(const OwnDevice& device, const Places& places);
/// That it has another certificate, good until then, and whether it uses it.
std::string renewed_words(const OwnDevice& device, WallTime until, bool used,
                          const session::Wording& wording);

}  // namespace panggil::ctl
