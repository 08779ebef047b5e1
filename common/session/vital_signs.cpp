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

void VitalSigns::feed(MonoTime now) {
  if (!ready_) notify_ready();
  ready_ = true;
  if (!feed_every_ || now < feed_due_) return;
  notify_watchdog();
  feed_due_ = now + *feed_every_;
}

std::optional<protocol::Health> VitalSigns::turn(MonoTime now, bool connected) {
  feed(now);
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
