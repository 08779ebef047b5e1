#include "display/model/screen_hours.hpp"

#include <algorithm>

namespace panggil::display {

bool is_on(const std::vector<ScreenHours>& hours, const std::optional<Stamp>& time) {
  if (hours.empty() || !time) return true;
  const auto local = time->time + time->offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const auto of_day = local - midnight;
  const auto today = std::chrono::weekday(std::chrono::sys_days(midnight.time_since_epoch())).c_encoding();
  const auto yesterday = (today + 6) % 7;
  return std::any_of(hours.begin(), hours.end(), [&](const ScreenHours& one) {
    if (one.on < one.off) return one.days[today] && of_day >= one.on && of_day < one.off;
    return (one.days[today] && of_day >= one.on) || (one.days[yesterday] && of_day < one.off);
  });
}

}  // namespace panggil::display
