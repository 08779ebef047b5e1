#include "kiosk/model/dates.hpp"

#include <fmt/format.h>

#include "common/texts/times.hpp"

namespace panggil::kiosk {
namespace {
using std::chrono::sys_days;

sys_days local_day(const Stamp& stamp) {
  return std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset);
}

}  // namespace

std::string date_in_words(const Stamp& stamp, const session::Wording& words) {
  const Day day(local_day(stamp));
  return fmt::format("{}, {} {}", weekday_in_words(day, words.catalogue()),
                     panggil::date_in_words(day, words.catalogue()), static_cast<int>(day.year()));
}

std::string when_in_words(const Stamp& when, const std::optional<Stamp>& now, const session::Wording& words) {
  const auto time = words.time(when);
  const auto day = local_day(when);
  if (now && local_day(*now) == day) return words.text("kiosk.at_time", {{"time", time}});
  const bool soon = now && day - local_day(*now) < std::chrono::days(7);
  return words.text("kiosk.at_day_and_time", {{"day", soon ? weekday_in_words(Day(day), words.catalogue())
                                                           : date_in_words(when, words)},
                                              {"time", time}});
}

std::string day_of(const Stamp& stamp) {
  return to_text(Day(local_day(stamp)));
}

}  // namespace panggil::kiosk
