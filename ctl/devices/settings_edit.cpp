#include "ctl/devices/settings_edit.hpp"

#include <algorithm>

namespace panggil::ctl {
namespace {

using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// Belongs to the key above it: a value in lines of its own, or one that is broken.
bool goes_on(const std::string& line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

void set(Lines& lines, const std::string& key, const std::string& value) {
  const auto is_key = [&](const std::string& line) { return line.starts_with(key + ":"); };
  auto place = std::find_if(lines.begin(), lines.end(), is_key);
  if (place != lines.end()) {
    const auto after = std::find_if_not(place + 1, lines.end(), goes_on);
    place = lines.erase(place, after);
  }
  auto fresh = split(key + ":" + value);
  lines.insert(place, fresh.begin(), fresh.end());
}

}  // namespace

std::string with_settings(std::string_view text, const SettingLines& settings) {
  auto lines = split(text);
  for (const auto& [key, value] : settings) set(lines, key, value);
  std::string result;
  for (const auto& line : lines) result += line + '\n';
  return result;
}

}  // namespace panggil::ctl
