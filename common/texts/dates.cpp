#include "common/texts/dates.hpp"

#include <chrono>
#include <string_view>

namespace panggil {

std::string day_and_time_in_words(const Stamp& stamp, const Catalogue& texts) {
  const auto day = std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset);
  const Day date(day);
  const auto time =
      to_text(stamp).substr(std::string_view("2026-11-23T").size(), std::string_view("08:00").size());
  const auto weekday = std::to_string(std::chrono::weekday(day).iso_encoding());
  const auto month = std::to_string(static_cast<unsigned>(date.month()));
  return texts.text("date.day_and_time", {{"weekday", texts.text("kiosk.weekday_" + weekday)},
                                          {"day", std::to_string(static_cast<unsigned>(date.day()))},
                                          {"month", texts.text("kiosk.month_" + month)},
                                          {"time", time}});
}

}  // namespace panggil
