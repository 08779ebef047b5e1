#include "dispatcher/settings/week_hours.hpp"

#include <algorithm>
#include <optional>

#include "common/settings/scalar_forms.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

using Openings = std::vector<core::Opening>;

constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// From Monday, unlike WeekHours, as a working week is written.
struct DayRange {
  std::size_t first;
  std::size_t last;
};

std::optional<std::size_t> find_day(std::string_view word) {
  const auto found = std::find(kDays.begin(), kDays.end(), word);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kDays.begin());
}

/// `fri` or `mon-thu`.
std::optional<DayRange> parse_days(std::string_view text) {
  const auto hyphen = text.find('-');
  const auto first = find_day(text.substr(0, hyphen));
  const auto last = hyphen == std::string_view::npos ? first : find_day(text.substr(hyphen + 1));
  if (!first || !last || *first > *last) return std::nullopt;
  return DayRange{*first, *last};
}

std::size_t sunday_first(std::size_t day_from_monday) {
  return (day_from_monday + 1) % kDays.size();
}

std::optional<core::Opening> parse_opening(std::string_view text) {
  const auto hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto from = parse_time_of_day(text.substr(0, hyphen));
  const auto until = parse_time_of_day(text.substr(hyphen + 1));
  if (!from || !until) return std::nullopt;
  return core::Opening{*from, *until};
}

/// Why `opening`, which is written so, may not follow `before`; nothing if it may.
std::optional<std::string> misplaced(std::string_view text, const core::Opening& opening,
                                     const Openings& before) {
  if (opening.from >= opening.until)
    return spoken_text("fault.office.opening_ends", {{"opening", std::string(text)}});
  if (!before.empty() && opening.from < before.back().until)
    return spoken_text("fault.office.opening_overlaps",
                       {{"opening", std::string(text)}, {"until", time_of_day_text(before.back().until)}});
  return std::nullopt;
}

/// What is wrong with the next one; nothing: it is among them.
std::optional<std::string> add_opening(std::string_view text, Openings& openings) {
  const auto opening = parse_opening(text);
  if (!opening) return spoken_text("fault.office.opening", {{"word", std::string(text)}});
  if (const auto why = misplaced(text, *opening, openings)) return why;
  openings.push_back(*opening);
  return std::nullopt;
}

void read_opening(const Node& node, Openings& openings) {
  const std::string text = node.text();
  if (text.empty()) return;
  if (const auto fault = add_opening(text, openings)) node.fault_in_words(*fault);
}

}  // namespace

std::vector<core::Opening> read_openings(const Node& node) {
  Openings openings;
  if (node.is_scalar()) {
    if (node.text() != "closed") node.fault("fault.office.openings");
    return openings;
  }
  const auto items = node.items();
  for (const auto& item : items) read_opening(item, openings);
  if (node.is_list() && items.empty()) node.fault("fault.office.no_opening");
  return openings;
}

Result<std::vector<core::Opening>, std::string> parse_openings(std::string_view text) {
  Openings openings;
  for (std::size_t from = 0; from <= text.size();) {
    const auto until = std::min(text.find(',', from), text.size());
    if (const auto fault = add_opening(text.substr(from, until - from), openings)) return fail(*fault);
    from = until + 1;
  }
  return openings;
}

core::WeekHours read_week_hours(const Node& node) {
  core::WeekHours week;
  std::array<bool, kDays.size()> named{};
  const auto entries = node.entries();
  for (const auto& [key, value] : entries) {
    const auto days = parse_days(key);
    if (!days) {
      value.key_fault("fault.office.no_day", {{"word", key}});
      continue;
    }
    const auto openings = read_openings(value);
    for (auto day = days->first; day <= days->last; ++day) {
      if (std::exchange(named[day], true))
        value.key_fault("fault.office.day_twice", {{"day", std::string(kDays[day])}});
      week[sunday_first(day)] = openings;
    }
  }
  const bool never = std::all_of(week.begin(), week.end(), [](const Openings& day) { return day.empty(); });
  if (node.is_map() && never) node.fault("fault.office.never_open");
  return week;
}

}  // namespace panggil::settings
