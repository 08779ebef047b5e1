/// \file
/// Opening hours: `{mon-thu: ["08:00-12:00", "13:00-15:00"], fri: ["08:00-11:30"], sat: closed}`.
#pragma once

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// A day that is not named is closed. Faults: a day named twice, openings out of order or overlapping, a week
/// without any.
core::WeekHours read_week_hours(const Node& node);

/// The openings of one day: a list of them, or the word `closed`.
std::vector<core::Opening> read_openings(const Node& node);

}  // namespace panggil::settings
