#include "kiosk/model/dates.hpp"

#include <fmt/format.h>

namespace panggil::kiosk {
namespace {
using std::chrono::sys_days;

sys_days local_day(const Stamp& stamp) {
  return std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset);
}

std::string weekday(sys_days day, const session::Wording& words) {
  return words.text("kiosk.weekday_" + std::to_string(std::chrono::weekday(day).iso_encoding()));
}

std::string date(sys_days day, const session::Wording& words) {
  const Day parts(day);
  return fmt::format("{} {} {}", static_cast<unsigned>(parts.day()),
                     words.text("kiosk.month_" + std::to_string(static_cast<unsigned>(parts.month()))),
                     static_cast<int>(parts.year()));
}

}  // namespace

std::string date_in_words(const Stamp& stamp, const session::Wording& words) {
  const auto day = local_day(stamp);
  return fmt::format("{}, {}", weekday(day, words), date(day, words));
}

std::string when_in_words(const Stamp& when, const std::optional<Stamp>& now, const session::Wording& words) {
  const auto time = session::hours_minutes(when);
  const auto day = local_day(when);
  if (now && local_day(*now) == day) return words.text("kiosk.at_time", {{"time", time}});
  const bool soon = now && day - local_day(*now) < std::chrono::days(7);
  return words.text("kiosk.at_day_and_time",
                    {{"day", soon ? weekday(day, words) : date_in_words(when, words)}, {"time", time}});
}

std::string day_of(const Stamp& stamp) {
  return to_text(Day(local_day(stamp)));
}

}  // namespace panggil::kiosk
