#include "display/model/beat_clock.hpp"

#include <chrono>

namespace panggil::display {
namespace {
Micros until_next_minute(const Stamp& stamp) {
  const auto into = stamp.time.time_since_epoch() % std::chrono::minutes(1);
  return kMinute - std::chrono::microseconds(into).count();
}

std::string two_digits(long number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}
}  // namespace

void BeatClock::beat(const Stamp& time, Micros now) {
  last_ = time;
  heard_ = now;
}

LinkState BeatClock::state(Micros now) const {
  const Micros silent = now - heard_;
  if (silent >= kGivenUp) return LinkState::kLost;
  if (silent >= kSilence) return LinkState::kStale;
  return last_ ? LinkState::kFresh : LinkState::kConnecting;
}

std::optional<Stamp> BeatClock::time(Micros now) const {
  if (!last_ || now - heard_ < kSilence) return last_;
  Stamp time = *last_;
  time.time += std::chrono::floor<Millis>(std::chrono::microseconds(now - heard_));
  return time;
}

std::optional<Micros> BeatClock::changes_at(Micros now) const {
  const Micros silent = now - heard_;
  if (silent < kSilence) return heard_ + kSilence;
  std::optional<Micros> next;
  if (silent < kGivenUp) next = heard_ + kGivenUp;
  if (const auto shown = time(now)) {
    const Micros minute = now + until_next_minute(*shown);
    if (!next || minute < *next) next = minute;
  }
  return next;
}

std::string hours_and_minutes(const Stamp& stamp) {
  using std::chrono::days;
  using std::chrono::minutes;
  const auto local = stamp.time + stamp.offset;
  const auto of_day = std::chrono::floor<minutes>(local - std::chrono::floor<days>(local)).count();
  return two_digits(of_day / 60) + ":" + two_digits(of_day % 60);
}

}  // namespace panggil::display
