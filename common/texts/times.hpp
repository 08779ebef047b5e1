/// \file
/// Times, days and waits as people write them in one language. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/zone.hpp"
#include "common/texts/catalogue.hpp"

namespace panggil {

/// `09.14` in Indonesian and `09:14` in English, of `09:14`.
std::string time_in_words(std::string_view hours_minutes, const Catalogue& words);
/// `Senin`.
std::string weekday_in_words(Day day, const Catalogue& words);
/// `23 November`.
std::string date_in_words(Day day, const Catalogue& words);

/// `Senin 30 November pukul 08.00`, by the clock of whoever wrote the stamp.
std::string day_and_time_in_words(const Stamp& stamp, const Catalogue& words);

/// A band of waiting times: in minutes, and in half hours, rounded outwards, where it reaches beyond two
/// hours.
struct WaitInWords {
  std::string low;
  std::string high;
  bool from_nothing = false;  ///< it has an upper end only
  bool in_hours = false;
};
WaitInWords wait_in_words(std::int64_t low_min, std::int64_t high_min);

}  // namespace panggil
