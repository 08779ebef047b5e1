#include "dispatcher/settings/exceptional_days.hpp"

#include "common/base/zone.hpp"
#include "dispatcher/settings/week_hours.hpp"

namespace panggil::settings {
namespace {

using std::chrono::local_days;

constexpr std::chrono::days kLongestRange{366};

struct DateRange {
  local_days first;
  local_days last;
};

/// `2026-12-25`, or `2026-03-20..2026-03-24` with both ends in it.
std::optional<DateRange> parse_range(std::string_view text) {
  constexpr std::string_view kBetween = "..";
  const auto between = text.find(kBetween);
  const auto first = parse_day(text.substr(0, between));
  const auto last =
      between == std::string_view::npos ? first : parse_day(text.substr(between + kBetween.size()));
  if (!first || !last) return std::nullopt;
  return DateRange{local_days(*first), local_days(*last)};
}

std::optional<DateRange> read_range(const Node& node) {
  const std::string text = node.text();
  if (text.empty()) return std::nullopt;
  const auto range = parse_range(text);
  if (!range) {
    node.fault("fault.office.no_date", {{"word", text}});
    return std::nullopt;
  }
  if (range->last < range->first) {
    node.fault("fault.office.range_reversed", {{"range", text}});
    return std::nullopt;
  }
  if (range->last - range->first >= kLongestRange) {
    node.fault("fault.office.range_too_long", {{"range", text}});
    return std::nullopt;
  }
  return range;
}

std::vector<Node> entries_of(const Node& list) {
  auto entries = list.items();
  if (list.is_list() && entries.empty()) list.fault("fault.office.no_dates");
  if (entries.size() > kMostDates) {
    entries[kMostDates].fault("fault.office.too_many_dates", {{"most", std::to_string(kMostDates)}});
    entries.resize(kMostDates);
  }
  return entries;
}

/// Where the date of an entry stands: the entry itself, or its `date`.
Node date_of(const Node& entry) {
  if (!entry.is_map()) return entry;
  const auto date = entry.required("date");
  if (const auto name = entry.optional("name"); name.present()) name.text();
  return date;
}

core::ExceptionalDays read_holidays(const Node& list) {
  core::ExceptionalDays holidays;
  for (const auto& entry : entries_of(list)) {
    const auto node = date_of(entry);
    if (entry.is_map()) entry.no_other_keys();
    const auto range = read_range(node);
    if (!range) continue;
    for (auto date = range->first; date <= range->last; date += std::chrono::days(1)) {
      if (!holidays.emplace(Day(date), std::vector<core::Opening>()).second) {
        node.fault("fault.office.holiday_twice", {{"date", panggil::to_text(Day(date))}});
        break;
      }
    }
  }
  return holidays;
}

/// The openings of each weekday of a range.
core::WeekHours read_hours(const Node& node) {
  if (node.is_map()) return read_week_hours(node);
  core::WeekHours week;
  week.fill(read_openings(node));
  return week;
}

void read_day(const Node& entry, const core::ExceptionalDays& holidays, core::ExceptionalDays& days) {
  if (!entry.is_map())
    return entry.fault("fault.office.date_and_hours", {{"example", "{date: 2026-12-24, hours: closed}"}});
  const auto node = date_of(entry);
  const auto hours = read_hours(entry.required("hours"));
  entry.no_other_keys();
  const auto range = read_range(node);
  if (!range) return;
  if (range->first == range->last && holidays.contains(Day(range->first)))
    return node.fault("fault.office.holiday_too", {{"date", panggil::to_text(Day(range->first))}});
  for (auto date = range->first; date <= range->last; date += std::chrono::days(1)) {
    const auto& openings = hours[std::chrono::weekday(date).c_encoding()];
    if (!days.emplace(Day(date), openings).second)
      return node.fault("fault.office.date_twice", {{"date", panggil::to_text(Day(date))}});
  }
}

}  // namespace

core::ExceptionalDays read_exceptional_days(const Node& holidays, const Node& days) {
  core::ExceptionalDays closed;
  if (holidays.present()) closed = read_holidays(holidays);
  core::ExceptionalDays named;
  if (days.present())
    for (const auto& entry : entries_of(days)) read_day(entry, closed, named);
  for (const auto& [date, openings] : closed) named.insert_or_assign(date, openings);
  return named;
}

}  // namespace panggil::settings
