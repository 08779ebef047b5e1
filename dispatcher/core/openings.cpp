#include "dispatcher/core/openings.hpp"

#include <algorithm>
#include <utility>

#include "dispatcher/core/calendar.hpp"

namespace panggil::core {
namespace {

using std::chrono::days;
using std::chrono::local_days;

/// So far ahead anybody is told of an opening: across any holidays.
constexpr days kHorizon{60};
/// What is open for so long is as good as always open.
constexpr days kLongestOpening{15};

const std::vector<Opening>* find(const ExceptionalDays& all, Day date) {
  const auto found = all.find(date);
  return found == all.end() ? nullptr : &found->second;
}

std::vector<Opening> of_week(const std::optional<WeekHours>& week, Day date) {
  if (!week) return {{std::chrono::minutes(0), std::chrono::hours(24)}};
  return (*week)[std::chrono::weekday(local_days(date)).c_encoding()];
}

/// Where both are open.
std::vector<Opening> within(const std::vector<Opening>& one, const std::vector<Opening>& other) {
  std::vector<Opening> both;
  for (const auto& a : one) {
    for (const auto& b : other) {
      const Opening shared{std::max(a.from, b.from), std::min(a.until, b.until)};
      if (shared.from < shared.until) both.push_back(shared);
    }
  }
  return both;
}

Interval in_wall_time(const Zone& zone, local_days date, const Opening& opening) {
  return {zone.to_wall(LocalTime(date) + opening.from), zone.to_wall(LocalTime(date) + opening.until)};
}

}  // namespace

std::vector<Opening> openings_on(const Office& office, const Service& service, Day date) {
  if (const auto* own = find(service.exceptional_days, date)) return *own;
  const auto* common = find(office.exceptional_days, date);
  if (!common) return of_week(service.hours ? service.hours : office.hours, date);
  return service.hours ? within(of_week(service.hours, date), *common) : *common;
}

bool always_open(const Office& office, const Service& service) {
  return !service.hours && !office.hours && service.exceptional_days.empty() &&
         office.exceptional_days.empty();
}

Upcoming::Upcoming(const Office& office, const Service& service, WallTime now)
    : office_(office),
      service_(service),
      now_(now),
      date_(std::chrono::floor<days>(office.zone.to_local(now))),
      horizon_(date_ + kHorizon),
      openings_date_(date_) {}

std::vector<Interval> Upcoming::next_day() {
  std::vector<Interval> openings;
  std::optional<Day> day;
  while (const auto opening = ahead_ ? std::exchange(ahead_, std::nullopt) : next()) {
    // What ends as the next day begins is still this day's.
    const auto its_day = service_day(office_, opening->until - Millis(1));
    if (day && its_day != *day) {
      ahead_ = opening;
      break;
    }
    day = its_day;
    openings.push_back(*opening);
  }
  return openings;
}

std::optional<Interval> Upcoming::next() {
  auto opening = piece_ ? std::exchange(piece_, std::nullopt) : next_piece();
  if (!opening) return std::nullopt;
  while (opening->until - opening->from < kLongestOpening) {
    const auto more = next_piece();
    if (!more) break;
    if (more->from > opening->until) {
      piece_ = more;
      break;
    }
    opening->until = std::max(opening->until, more->until);
  }
  return opening;
}

std::optional<Interval> Upcoming::next_piece() {
  while (true) {
    while (!openings_.empty()) {
      const auto piece = in_wall_time(office_.zone, openings_date_, openings_.front());
      openings_.erase(openings_.begin());
      if (piece.until > now_ && piece.from < piece.until) return piece;
    }
    if (date_ > horizon_) return std::nullopt;
    openings_date_ = date_;
    openings_ = openings_on(office_, service_, Day(date_));
    date_ += days(1);
  }
}

}  // namespace panggil::core
