/// \file
/// What a service tells systemd (sd_notify). Without systemd all of it does nothing.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace panggil {

void notify_ready();
void notify_stopping();
void notify_status(std::string_view one_line);
/// Alive. To be called at least every watchdog_interval() / 2.
void notify_watchdog();
/// The unit's WatchdogSec, if it has one.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace panggil
