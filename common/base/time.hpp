/// \file
/// The three kinds of time here. Wall time is for people and records, monotonic time for leases and
/// time-outs, a day for numbering; none turns into another by accident.
#pragma once

#include <chrono>

namespace panggil {

using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// A moment as people know it, UTC inside.
using WallTime = std::chrono::sys_time<Millis>;
/// Never jumps; means nothing on another machine.
using MonoTime = std::chrono::time_point<std::chrono::steady_clock, Millis>;
/// A service day, in the office's own zone.
using Day = std::chrono::year_month_day;

}  // namespace panggil
