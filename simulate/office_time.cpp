#include "simulate/office_time.hpp"

#include <algorithm>

namespace panggil::simulate {
namespace {

/// Without beats nobody knows what time it is there.
constexpr Millis kTrusted{3000};

}  // namespace

void OfficeTime::take(const protocol::Beat& beat, MonoTime now) {
  // A beat of another run, or with a clock that was set, begins a new reckoning.
  if (!first_ || beat.mono_ms <= first_->mono_ms || beat.time.time < last_.time.time) first_ = beat;
  last_ = beat;
  heard_ = now;
  const auto passed = last_.mono_ms - first_->mono_ms;
  if (passed > 0)
    speed_ = static_cast<double>((last_.time.time - first_->time.time).count()) / static_cast<double>(passed);
}

WallTime OfficeTime::now(MonoTime now) {
  const auto since = static_cast<double>(std::min(now - heard_, kTrusted).count()) * *speed_;
  latest_ = std::max(latest_, last_.time.time + Millis(static_cast<Millis::rep>(since)));
  return latest_;
}

MonoTime OfficeTime::when(WallTime time) const {
  const auto ahead = static_cast<double>((time - last_.time.time).count()) / std::max(*speed_, 0.001);
  return heard_ + Millis(static_cast<Millis::rep>(ahead) + 1);
}

}  // namespace panggil::simulate
