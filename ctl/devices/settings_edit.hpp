/// \file
/// Sets keys in a settings file for people, leaving all else in it as it is. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panggil::ctl {

/// Top-level keys and what is to stand behind the colon: ` ssl://server:8883`, or lines of their own,
/// `\n  ca: …`.
using SettingLines = std::vector<std::pair<std::string, std::string>>;

/// `text` with each key of `settings` set: in the place where it stands (with the indented lines that belong
/// to it), else at the end.
std::string with_settings(std::string_view text, const SettingLines& settings);

}  // namespace panggil::ctl
