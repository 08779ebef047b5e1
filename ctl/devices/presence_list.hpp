/// \file
/// What is heard of the devices: their retained state, and the health of those that are there; and under
/// their names in the authority the dispatcher and the broker.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "common/protocol/message/device.hpp"
#include "common/session/session.hpp"
#include "ctl/picture.hpp"

namespace panggil::ctl {

struct HeardDevice {
  std::optional<Heard<protocol::DeviceState>> state;
  std::optional<Heard<protocol::Health>> health;
};
using HeardDevices = std::map<std::string, HeardDevice>;

/// Runs `loop` until everyone who says that it is there has told its health, or for 11 s at most: it is told
/// every 10 s. Nothing: the broker could not be reached.
std::optional<HeardDevices> listen_to_devices(session::Session& session, EventLoop& loop, const Clock& clock);

}  // namespace panggil::ctl
