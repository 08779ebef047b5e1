#include "common/texts/times.hpp"

#include <chrono>

namespace panggil {
namespace {
constexpr std::int64_t kMostMinutes = 120;
constexpr std::int64_t kHalfHour = 30;

std::string half_hours(std::int64_t halves) {
  const auto whole = halves / 2;
  return (whole > 0 ? std::to_string(whole) : "") + (halves % 2 == 0 ? "" : "½");
}
}  // namespace

std::string time_in_words(std::string_view hours_minutes, const Catalogue& words) {
  const auto colon = hours_minutes.find(':');
  if (colon == std::string_view::npos) return std::string(hours_minutes);
  return words.text("time.of_day", {{"hours", std::string(hours_minutes.substr(0, colon))},
                                    {"minutes", std::string(hours_minutes.substr(colon + 1))}});
}

std::string weekday_in_words(Day day, const Catalogue& words) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return words.text("time.weekday_" + std::to_string(weekday.iso_encoding()));
}

std::string date_in_words(Day day, const Catalogue& words) {
  const auto month = std::to_string(static_cast<unsigned>(day.month()));
  return std::to_string(static_cast<unsigned>(day.day())) + " " + words.text("time.month_" + month);
}

std::string day_and_time_in_words(const Stamp& stamp, const Catalogue& words) {
  const Day day(std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset));
  const auto written = to_text(stamp);
  const auto time = std::string_view(written).substr(std::string_view("2026-11-23T").size(),
                                                     std::string_view("08:00").size());
  return words.text("time.day_and_time", {{"weekday", weekday_in_words(day, words)},
                                          {"date", date_in_words(day, words)},
                                          {"time", time_in_words(time, words)}});
}

WaitInWords wait_in_words(std::int64_t low_min, std::int64_t high_min) {
  if (high_min <= kMostMinutes)
    return {std::to_string(low_min), std::to_string(high_min), low_min == 0, false};
  const auto low = low_min / kHalfHour;
  return {half_hours(low), half_hours((high_min + kHalfHour - 1) / kHalfHour), low == 0, true};
}

}  // namespace panggil
