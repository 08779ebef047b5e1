#include "ctl/devices/presence_list.hpp"

#include <algorithm>

#include "common/protocol/codec.hpp"
#include "common/session/patience.hpp"

namespace panggil::ctl {
namespace {

constexpr Millis kForHealth{11'000};
/// What is retained comes right after the subscription.
constexpr Millis kForState{700};

class Listening {
 public:
  Listening(session::Session& session, EventLoop& loop, const Clock& clock)
      : session_(session), loop_(loop), clock_(clock), since_(clock.mono()) {}

  std::optional<HeardDevices> run() {
    session_.on_message([this](const auto& topic, const auto& received) { take(topic, received.payload); });
    session_.follow({.filter = session_.topics().every_device_state()});
    session_.follow({.filter = session_.topics().every_device_health()});
    loop_.on_turn([this] { return turn(); });
    loop_.run();
    if (!reached_) return std::nullopt;
    add_those_that_are_no_devices();
    return heard_;
  }

 private:
  std::optional<Deadline> turn() {
    const auto next = session_.turn();
    const auto now = clock_.mono();
    if (!reached_ && session_.link_state() != session::LinkState::kNoBroker) {
      reached_ = true;
      since_ = now;
    }
    const auto soonest = since_ + kForState;
    const auto end = since_ + (reached_ ? kForHealth : session::kForTheBroker);
    if (now >= end || (reached_ && now >= soonest && all_healths_known())) loop_.stop();
    const auto own = Deadline(reached_ && now < soonest ? soonest : end);
    return next ? std::min(*next, own) : own;
  }

  bool all_healths_known() const {
    return std::ranges::all_of(heard_, [](const auto& one) {
      const auto& device = one.second;
      return device.health || !device.state || device.state->message.state != "online";
    });
  }

  void take(const protocol::Topic& topic, const std::string& payload) {
    if (const auto* of = std::get_if<protocol::DeviceStateTopic>(&topic)) {
      if (auto state = protocol::decode<protocol::DeviceState>(payload))
        heard_[of->client.text()].state = {std::move(*state), payload};
    } else if (const auto* whose = std::get_if<protocol::DeviceHealthTopic>(&topic)) {
      if (auto health = protocol::decode<protocol::Health>(payload))
        heard_[whose->client.text()].health = {std::move(*health), payload};
    }
  }

  /// The dispatcher says how it is on a topic of its own, and a broker that is heard is there.
  void add_those_that_are_no_devices() {
    add("broker", {.state = "online"});
    if (const auto& status = session_.link().last_status())
      add("dispatcher", {status->state, static_cast<std::int64_t>(status->boot), "panggil-dispatcher",
                         status->version, status->since});
  }

  void add(const std::string& name, const protocol::DeviceState& state) {
    heard_[name].state = {state, protocol::encode(state)};
  }

  session::Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  MonoTime since_;
  bool reached_ = false;
  HeardDevices heard_;
};

}  // namespace

std::optional<HeardDevices> listen_to_devices(session::Session& session, EventLoop& loop,
                                              const Clock& clock) {
  return Listening(session, loop, clock).run();
}

}  // namespace panggil::ctl
