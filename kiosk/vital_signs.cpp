#include "kiosk/vital_signs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/runtime/device_health.hpp"
#include "common/runtime/service_notify.hpp"

namespace panggil::kiosk {

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

std::optional<protocol::Health> VitalSigns::turn(MonoTime now) {
  feed(now);
  if (now < health_due_) return std::nullopt;
  health_due_ = now + kHealthEvery;
  protocol::Health health;
  health.uptime_s = std::chrono::duration_cast<Seconds>(now - started_).count();
  health.resident_kib = resident_kib();
  health.screen = screen_;
  health.printer = std::string(to_text(printer_));
  health.temperature_c = temperature_c();
  health.clock_synchronised = clock_synchronised();
  notify_status(fmt::format("on {}, printer: {}", screen_, to_text(printer_)));
  return health;
}

MonoTime VitalSigns::deadline() const {
  return feed_every_ ? std::min(feed_due_, health_due_) : health_due_;
}

}  // namespace panggil::kiosk
