/// \file
/// The office's rules of whom to call next:
/// `[reserved, overdue, booked, {alternate: {priority: 2, regular: 1}}, {earliest: {head_start: {priority:
/// 20min}}}]`.
#pragma once

#include <vector>

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// Faults: an unknown rule, one that stands twice or after `earliest` (which always picks, so that it would
/// never be asked), an unknown class, and an `alternate` that leaves out a class, which would starve.
std::vector<core::SelectionRule> read_selection(const Node& node, const std::vector<ClassId>& classes);

/// `reserved, overdue, booked, alternate, earliest` with two turns for `priority` to one for each other
/// class, `priority` first; without `alternate` if there is but one class.
std::vector<core::SelectionRule> default_selection(const std::vector<ClassId>& classes);

}  // namespace panggil::settings
