#include "common/settings/scalar_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace panggil::settings {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct Unit {
  std::string_view name;
  long seconds;
};
constexpr Unit kUnits[] = {{"h", 3600}, {"min", 60}, {"s", 1}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the digits off the front; nothing without any, or with more than make sense.
std::optional<long> take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  if (count == 0 || count > 9) return std::nullopt;
  long value = 0;
  std::from_chars(text.data(), text.data() + count, value);
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

template <class T, class... Format>
std::optional<T> parse_all(std::string_view text, Format... format) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, format...);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The length of the UTF-8 character at the front, or 0.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : (lead & 0xF0) == 0xE0       ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  // Too long a form, half of a surrogate pair, or beyond Unicode's end.
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;
  if (lead == 0xED && byte(1) > 0x9F) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

bool prints(std::string_view character) {
  const auto lead = static_cast<std::uint8_t>(character[0]);
  if (character.size() == 1)
    return (lead >= 0x20 && lead != 0x7F) || lead == '\n' || lead == '\r' || lead == '\t';
  return lead != 0xC2 ||
         static_cast<std::uint8_t>(character[1]) >= 0xA0;  // the second set of control characters
}

}  // namespace

std::optional<long> parse_whole(std::string_view text) {
  return parse_all<long>(text);
}

std::optional<double> parse_number(std::string_view text) {
  const auto value = parse_all<double>(text, std::chars_format::fixed);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<seconds> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  seconds total(0);
  const Unit* unit = std::begin(kUnits);
  while (!text.empty()) {
    const auto amount = take_digits(text);
    if (!amount) return std::nullopt;
    unit = std::find_if(unit, std::end(kUnits), [&](const Unit& u) { return take(text, u.name); });
    if (unit == std::end(kUnits)) return std::nullopt;
    total += seconds(*amount * unit->seconds);
    ++unit;
  }
  return total;
}

std::string duration_text(seconds duration) {
  if (duration == seconds(0)) return "0s";
  std::string text;
  long rest = duration.count();
  for (const Unit& unit : kUnits) {
    if (rest / unit.seconds != 0) text += fmt::format("{}{}", rest / unit.seconds, unit.name);
    rest %= unit.seconds;
  }
  return text;
}

std::optional<minutes> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) || !is_digit(text[4]))
    return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return minutes(hour * 60 + minute);
}

std::string time_of_day_text(minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text.substr(at));
    if (length == 0 || !prints(text.substr(at, length))) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace panggil::settings
