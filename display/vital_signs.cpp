#include "display/vital_signs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/runtime/device_health.hpp"
#include "common/runtime/service_notify.hpp"

namespace panggil::display {

VitalSigns::VitalSigns(Micros started) : started_(started), health_due_(started) {
  if (const auto interval = watchdog_interval()) feed_every_ = interval->count() / 2;
}

void VitalSigns::feed(Micros now) {
  if (!ready_) notify_ready();
  ready_ = true;
  if (!feed_every_ || now < feed_due_) return;
  notify_watchdog();
  feed_due_ = now + *feed_every_;
}

std::optional<protocol::Health> VitalSigns::turn(Micros now, const Doings& doings) {
  feed(now);
  if (now < health_due_) return std::nullopt;
  health_due_ = now + kHealthEvery;
  protocol::Health health;
  health.uptime_s = (now - started_) / kSecond;
  health.resident_kib = resident_kib();
  health.frames = doings.frames;
  health.last_call = doings.last_call;
  health.screen = doings.screen;
  health.power = doings.power;
  if (!doings.media.empty()) health.media = doings.media;
  health.sound = doings.sound;
  health.temperature_c = temperature_c();
  health.clock_synchronised = clock_synchronised();
  notify_status(fmt::format("{} frames on {}, last call {}", doings.frames, doings.screen,
                            doings.last_call.value_or(0)));
  return health;
}

Micros VitalSigns::deadline() const {
  return feed_every_ ? std::min(feed_due_, health_due_) : health_due_;
}

}  // namespace panggil::display
