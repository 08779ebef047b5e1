#include "common/session/presence.hpp"

#include "common/protocol/codec.hpp"
#include "common/protocol/topics.hpp"

namespace panggil::session {
namespace {
mqtt::Message state(const Presence& presence, std::string word) {
  protocol::DeviceState state;
  state.state = std::move(word);
  state.boot = presence.boot.time_since_epoch().count();
  state.program = presence.program;
  state.version = presence.version;
  state.since = Stamp{presence.boot};
  return {.topic = protocol::Topics(presence.site).device_state(presence.client),
          .payload = protocol::encode(state),
          .qos = 1,
          .retain = true,
          .expiry = {}};
}
}  // namespace

mqtt::Message online(const Presence& presence) {
  return state(presence, "online");
}

mqtt::Message offline(const Presence& presence) {
  return state(presence, "offline");
}

}  // namespace panggil::session
