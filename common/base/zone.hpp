/// \file
/// An office's own time zone, whatever the machine's, and times as text (RFC 3339).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.hpp"

namespace date {
class time_zone;
}

namespace panggil {

using LocalTime = std::chrono::local_time<Millis>;

/// A zone of the machine's tz database, e.g. `Asia/Jakarta`. Cheap to copy; its functions are pure.
class Zone {
 public:
  /// UTC.
  Zone();
  /// Nothing when the database has no such zone.
  static std::optional<Zone> find(std::string_view name);

  std::string name() const;
  LocalTime to_local(WallTime time) const;
  /// In the hour that a clock change repeats the earlier reading, in the one it leaves out the moment of the
  /// change.
  WallTime to_wall(LocalTime time) const;
  std::chrono::minutes offset(WallTime time) const;

  friend bool operator==(const Zone&, const Zone&) = default;

 private:
  explicit Zone(const date::time_zone* zone) : zone_(zone) {}
  const date::time_zone* zone_;
};

/// A moment and how far the writer's clock was from UTC: what stands in a payload.
struct Stamp {
  WallTime time{};
  std::chrono::minutes offset{0};
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

Stamp stamp(const Zone& zone, WallTime time);
/// `2026-11-23T08:00:00.250+07:00`; milliseconds always.
std::string to_text(const Stamp& stamp);
/// `2026-11-23 08:00`, by the clock of whoever wrote it: for people.
std::string date_hours_minutes(const Stamp& stamp);
/// Reads RFC 3339 with `Z` or an offset, with or without fractions of a second (what is finer than a
/// millisecond is cut).
std::optional<Stamp> parse_stamp(std::string_view text);

/// `2026-11-23`.
std::string to_text(Day day);
std::optional<Day> parse_day(std::string_view text);

}  // namespace panggil
