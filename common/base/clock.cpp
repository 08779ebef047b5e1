#include "common/base/clock.hpp"

namespace panggil {
namespace {
MonoTime steady_now() {
  return std::chrono::time_point_cast<Millis>(std::chrono::steady_clock::now());
}
}  // namespace

WallTime RealClock::wall() const {
  return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

MonoTime RealClock::mono() const {
  return steady_now();
}

SimulatedClock::SimulatedClock(WallTime start, double speed)
    : start_(start), made_(steady_now()), speed_(speed) {}

WallTime SimulatedClock::wall() const {
  const auto passed = static_cast<double>((steady_now() - made_).count()) * speed_;
  return start_ + Millis(static_cast<Millis::rep>(passed));
}

MonoTime SimulatedClock::mono() const {
  return steady_now();
}

}  // namespace panggil
