#include "dispatcher/estimates/past_days.hpp"

#include <cmath>

namespace panggil::estimates {
namespace {

/// Half of what is known of a day is forgotten after some thirty more.
constexpr double kKept = 0.977;
/// Two hours earlier or later counts for about an eighth.
double nearness(double hours) {
  return std::exp(-hours * hours / 2);
}

}  // namespace

void PastDays::add(std::chrono::weekday weekday, const DayOfWork& day) {
  all_ = all_ * kKept;
  for (auto& hours : days_)
    for (auto& work : hours) work = work * kKept;
  auto& same = days_[weekday.c_encoding()];
  for (std::size_t hour = 0; hour < day.size(); ++hour) {
    same[hour] += day[hour];
    all_ += day[hour];
  }
}

Work PastDays::around(std::chrono::weekday weekday, double hour) const {
  Work sum;
  for (int each = 0; each < kHours; ++each) {
    const auto at = static_cast<std::size_t>(each);
    Work here = days_[weekday.c_encoding()][at];
    for (const auto& hours : days_) here += hours[at];
    sum += here * nearness(each + 0.5 - hour);
  }
  return sum;
}

}  // namespace panggil::estimates
