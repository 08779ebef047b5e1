/// \file
/// Opening hours: `{mon-thu: ["08:00-12:00", "13:00-15:00"], fri: ["08:00-11:30"], sat: closed}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// A day that is not named is closed. Faults: a day named twice, openings out of order or overlapping, a week
/// without any.
core::WeekHours read_week_hours(const Node& node);

/// The openings of one day: a list of them, or the word `closed`.
std::vector<core::Opening> read_openings(const Node& node);

/// The same on a command line: `08:00-12:00,13:00-15:00`. \returns otherwise what is wrong with it
Result<std::vector<core::Opening>, std::string> parse_openings(std::string_view text);

}  // namespace panggil::settings
