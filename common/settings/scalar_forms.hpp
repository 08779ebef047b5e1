/// \file
/// The forms in which numbers and times are written in our files.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace panggil::settings {

/// Digits with an optional minus.
std::optional<long> parse_whole(std::string_view text);
/// As parse_whole(), with an optional fraction after a point; finite.
std::optional<double> parse_number(std::string_view text);
/// `90s`, `20min`, `1h30min`: each unit once, the larger first.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);
/// The same back, e.g. `1h30min`; `0s`.
std::string duration_text(std::chrono::seconds duration);
/// `00:00` to `24:00`.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);
/// `08:00`
std::string time_of_day_text(std::chrono::minutes time);

/// Where `text` stops being UTF-8, or has a character that does not print (tab and line ends do); nothing if
/// it is fine.
std::optional<std::size_t> first_bad_byte(std::string_view text);

}  // namespace panggil::settings
