#include "common/base/zone.hpp"

#include <date/tz.h>
#include <charconv>
#include <stdexcept>

namespace panggil {
namespace {

using std::chrono::minutes;

// The date library came before std::chrono's calendar and has its own time points.
date::sys_time<Millis> to_date(WallTime time) {
  return date::sys_time<Millis>(time.time_since_epoch());
}

constexpr std::size_t kStampSize = std::string_view("2026-11-23T08:00:00.250+07:00").size();

// By hand, as every message has one and fmt takes ten times as long.
/// So many digits, or as many as it takes.
void append(std::string& text, std::int64_t number, std::size_t digits) {
  char written[24];
  const auto* end = std::to_chars(written, written + sizeof written, number).ptr;
  const auto size = static_cast<std::size_t>(end - written);
  if (size < digits) text.append(digits - size, '0');
  text.append(written, size);
}
void append(std::string& text, char before, std::int64_t number, std::size_t digits) {
  text += before;
  append(text, number, digits);
}
void append(std::string& text, Day day) {
  append(text, static_cast<int>(day.year()), 4);
  append(text, '-', static_cast<unsigned>(day.month()), 2);
  append(text, '-', static_cast<unsigned>(day.day()), 2);
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<minutes> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return minutes(0);
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = digits(text, 1, 2);
  const auto mins = digits(text, 4, 2);
  if (!hours || !mins || *hours > 23 || *mins > 59) return std::nullopt;
  const minutes offset(*hours * 60 + *mins);
  return text[0] == '-' ? -offset : offset;
}

std::optional<Millis> parse_time_of_day(std::string_view text) {
  const auto h = digits(text, 0, 2);
  const auto m = digits(text, 3, 2);
  const auto s = digits(text, 6, 2);
  if (!h || !m || !s || text[2] != ':' || text[5] != ':' || *h > 23 || *m > 59 || *s > 59)
    return std::nullopt;
  return std::chrono::hours(*h) + minutes(*m) + Seconds(*s);
}

/// Takes `.123456` off the front of `rest`.
std::optional<Millis> take_fraction(std::string_view& rest) {
  if (rest.empty() || rest.front() != '.') return Millis(0);
  rest.remove_prefix(1);
  Millis value(0);
  int scale = 100;
  std::size_t count = 0;
  for (; count < rest.size() && rest[count] >= '0' && rest[count] <= '9'; ++count) {
    value += Millis((rest[count] - '0') * scale);
    scale /= 10;
  }
  if (count == 0) return std::nullopt;
  rest.remove_prefix(count);
  return value;
}

}  // namespace

Zone::Zone() : zone_(date::locate_zone("Etc/UTC")) {}

std::optional<Zone> Zone::find(std::string_view name) {
  try {
    return Zone(date::locate_zone(std::string(name)));
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

std::string Zone::name() const {
  return zone_->name();
}

LocalTime Zone::to_local(WallTime time) const {
  return LocalTime(zone_->to_local(to_date(time)).time_since_epoch());
}

WallTime Zone::to_wall(LocalTime time) const {
  const date::local_time<Millis> local(time.time_since_epoch());
  return WallTime(zone_->to_sys(local, date::choose::earliest).time_since_epoch());
}

minutes Zone::offset(WallTime time) const {
  return std::chrono::duration_cast<minutes>(zone_->get_info(to_date(time)).offset);
}

Stamp stamp(const Zone& zone, WallTime time) {
  return {time, zone.offset(time)};
}

std::string to_text(const Stamp& stamp) {
  const auto local = stamp.time + stamp.offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss<Millis> clock(local - day);
  const auto away = std::chrono::abs(stamp.offset).count();
  std::string text;
  text.reserve(kStampSize);
  append(text, Day(day));
  append(text, 'T', clock.hours().count(), 2);
  append(text, ':', clock.minutes().count(), 2);
  append(text, ':', clock.seconds().count(), 2);
  append(text, '.', clock.subseconds().count(), 3);
  append(text, stamp.offset.count() < 0 ? '-' : '+', away / 60, 2);
  append(text, ':', away % 60, 2);
  return text;
}

std::string date_hours_minutes(const Stamp& stamp) {
  auto text = to_text(stamp).substr(0, std::string_view("2026-11-23T08:00").size());
  text[text.find('T')] = ' ';
  return text;
}

std::optional<Stamp> parse_stamp(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  const auto clock = parse_time_of_day(text.substr(11, 8));
  auto rest = text.substr(19);
  const auto fraction = take_fraction(rest);
  if (!day || !clock || !fraction) return std::nullopt;
  const auto offset = parse_offset(rest);
  if (!offset) return std::nullopt;
  const WallTime local = std::chrono::sys_days(*day) + *clock + *fraction;
  return Stamp{local - *offset, *offset};
}

std::string to_text(Day day) {
  std::string text;
  append(text, day);
  return text;
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4);
  const auto m = digits(text, 5, 2);
  const auto d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  const Day day{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                std::chrono::day(static_cast<unsigned>(*d))};
  if (!day.ok()) return std::nullopt;
  return day;
}

}  // namespace panggil
