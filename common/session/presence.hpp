/// \file
/// How a device that stays says that it is there: retained on `…/device/{client}/state`, and as its will.
#pragma once

#include <string>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "common/mqtt/transport.hpp"

namespace panggil::session {

struct Presence {
  SiteId site;
  ClientId client;
  std::string program;  ///< e.g. `panggil-counter`
  std::string version;
  WallTime boot;  ///< when this run began; tells the will of an earlier run from this one
};

mqtt::Message online(const Presence& presence);
/// The will, and what a clean stop publishes before it goes.
mqtt::Message offline(const Presence& presence);

}  // namespace panggil::session
