/// \file
/// Dates on which an office or a service keeps other hours than its week says:
/// `holidays: [2026-12-25, {date: 2026-03-20..2026-03-24, name: Idulfitri}]` and
/// `days: [{date: 2026-12-24, hours: ["08:00-11:00"]}]`.
#pragma once

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// More entries than this in one list are a mistake, and a range is no longer than a year.
inline constexpr std::size_t kMostDates = 400;

/// `hours` of an entry of `days` is `closed`, a list of openings, or, for a range, a week as in
/// week_hours.hpp. Names are for whoever reads the file. Both nodes may be absent. A holiday inside a range
/// of `days` stays one. Faults: what is no date or range, one that is named twice, a holiday that `days`
/// names by itself.
core::ExceptionalDays read_exceptional_days(const Node& holidays, const Node& days);

}  // namespace panggil::settings
