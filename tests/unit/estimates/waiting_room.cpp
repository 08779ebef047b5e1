#include "waiting_room.hpp"

namespace panggil::estimates {

Day november(int day) {
  return Day{std::chrono::year(2026), std::chrono::November, std::chrono::day(static_cast<unsigned>(day))};
}

WallTime at(int day, int hour, int minute) {
  return std::chrono::sys_days(november(day)) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

void WaitingRoom::begin(int day) {
  estimator.begin_day(november(day));
  line_.clear();
  last_ = 0;
}

std::optional<Estimate> WaitingRoom::come(WallTime now) {
  const std::size_t ahead = line_.size();
  line_.emplace_back("A" + std::to_string(++last_));
  return estimator.arrive(line_.back(), service_, ahead, now);
}

void WaitingRoom::call(WallTime now) {
  if (line_.empty()) return;
  estimator.call(line_.front(), now);
  line_.pop_front();
}

void WaitingRoom::hour(int day, int hour, Minutes gap, std::size_t behind) {
  const auto step = std::chrono::duration_cast<Millis>(gap);
  for (WallTime now = at(day, hour); now < at(day, hour + 1); now += step) {
    if (line_.size() >= behind) call(now);
    come(now);
  }
}

}  // namespace panggil::estimates
