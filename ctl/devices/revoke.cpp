#include <fmt/format.h>

#include <cstdio>
#include <thread>

#include "common/base/clock.hpp"
#include "common/protocol/topics.hpp"
#include "common/settings/command_line.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/broker_files.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/own_devices.hpp"
#include "ctl/doctor/broker_probe.hpp"
#include "ctl/doctor/obstacle_words.hpp"

namespace panggil::ctl {
namespace {

constexpr Millis kForTheBroker{10'000};
constexpr Millis kBetweenTries{200};

/// Until the broker refuses one that stands in the list: then it has read it. \returns why it does not, where
/// it does not.
Probed wait_until_refused(const std::string& broker, const std::string& authority, const Certified& listed) {
  const RealClock clock;
  const auto end = clock.mono() + kForTheBroker;
  BrokerProbe probe({authority, listed, {}, {}});
  for (;;) {
    const auto probed = probe.reach(broker);
    if (probed.obstacle == Obstacle::kOwnRevoked || probed.obstacle == Obstacle::kOwnRefused) return {};
    if (!probed.ok()) return probed;
    if (clock.mono() >= end)
      return {Obstacle::kNoAnswer, "it has not read its list of revoked certificates again"};
    std::this_thread::sleep_for(kBetweenTries);
  }
}

/// A broker keeps a connection that stands, whatever is revoked; but it has one for each name only. So this
/// comes in that name, which ends the other, and takes away what was said of the device.
Probed take_over(const std::string& broker, const Authority& authority, const ClientId& name, WallTime now) {
  BrokerProbe probe({authority.certificate(), authority.momentary(name, now), {}, {}});
  auto probed = probe.reach(broker);
  if (probed.ok()) probed = probe.log_in(name.text());
  if (!probed.ok()) return probed;
  return probe.clear_retained(protocol::Topics(authority.site().site).device_state(name));
}

}  // namespace

int revoke_device(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording) {
  const auto authority = Authority::open(flags.places().authority());
  const auto name = ClientId::parse(flags.name);
  const Facts facts{{"name", flags.name}};
  if (!name || !authority.knows(*name) || flags.name == "broker") {
    fmt::print(stderr, "panggil-ctl: {}\n", wording.text("device.name_unknown", facts));
    return settings::kRefused;
  }
  const auto now = RealClock().wall();
  const auto listed = authority.momentary(*name, now);
  authority.revoke(*name, {facts_of(listed.certificate).serial}, now);
  write_revoked(authority, flags.places());
  const auto broker = authority.site().broker_here();
  auto probed = reload_broker(flags.reload)
                    ? wait_until_refused(broker, authority.certificate(), listed)
                    : Probed{Obstacle::kNoAnswer, "it could not be told to read its list again"};
  if (probed.ok()) probed = take_over(broker, authority, *name, now);
  const auto own = own_device(*name, settings.name);
  const auto until = own ? give_own(authority, *own, flags.places(), now, flags.validity()) : now;
  const bool used = own && restart_own(*own, flags.places());
  if (probed.ok()) {
    const auto* told = !own   ? "device.revoked"
                       : used ? "device.own_revoked"
                              : "device.own_revoked_to_restart";
    fmt::print("{}\n", wording.text(told, facts));
    return settings::kDone;
  }
  fmt::print(stderr, "panggil-ctl: {} {}\n", in_words(probed, broker, {flags.name, own.has_value()}, wording),
             wording.text("device.listed_only", facts));
  if (own) fmt::print(stderr, "panggil-ctl: {}\n", renewed_words(*own, until, used, wording));
  return settings::kNoConnection;
}

}  // namespace panggil::ctl
