#include "common/session/vital_signs.hpp"

#include <algorithm>
#include <utility>

#include "common/runtime/device_health.hpp"
#include "common/runtime/service_notify.hpp"

namespace panggil::session {

VitalSigns::VitalSigns(MonoTime started) : started_(started), health_due_(started) {
  if (const auto interval = watchdog_interval())
    feed_every_ = std::chrono::duration_cast<Millis>(*interval) / 2;
}

void VitalSigns::feed(MonoTime now, std::optional<std::uint64_t> frames) {
  if (!ready_) notify_ready();
  ready_ = true;
  if (!wants_frame(now) || (frames && frames == fed_for_)) return;
  fed_for_ = frames;
  notify_watchdog();
  feed_due_ = now + *feed_every_;
}

std::optional<protocol::Health> VitalSigns::turn(MonoTime now, bool connected,
                                                 std::optional<std::uint64_t> frames) {
  feed(now, frames);
  // The report before may have gone nowhere.
  if (connected && !std::exchange(connected_, connected)) health_due_ = now;
  connected_ = connected;
  if (now < health_due_) return std::nullopt;
  health_due_ = now + kHealthEvery;
  protocol::Health health;
  health.uptime_s = std::chrono::duration_cast<Seconds>(now - started_).count();
  health.resident_kib = resident_kib();
  health.temperature_c = temperature_c();
  health.clock_synchronised = clock_synchronised();
  return health;
}

MonoTime VitalSigns::deadline() const {
  return feed_every_ ? std::min(feed_due_, health_due_) : health_due_;
}

}  // namespace panggil::session
