#include "ctl/redraw.hpp"

#include <fmt/format.h>

#include <string_view>

namespace panggil::ctl {
namespace {

// What is between them is shown at once by terminals that know it, and the others ignore it.
constexpr std::string_view kBegin = "\x1b[?2026h";
constexpr std::string_view kEnd = "\x1b[?2026l";

constexpr std::string_view code(Style style) {
  switch (style) {
    case Style::kPlain:
      return "\x1b[0m";
    case Style::kTitle:
      return "\x1b[0;1m";
    case Style::kQuiet:
      return "\x1b[0;2m";
    case Style::kAlarm:
      return "\x1b[0;1;7m";
  }
  return {};
}

}  // namespace

std::string redraw(const Lines& from, const Lines& to) {
  std::string text;
  for (std::size_t row = 0; row < to.size(); ++row) {
    if (row < from.size() && from[row] == to[row]) continue;
    text += fmt::format("\x1b[{};1H\x1b[0m\x1b[K{}{}\x1b[0m", row + 1, code(to[row].style), to[row].text);
  }
  if (from.size() > to.size()) text += fmt::format("\x1b[{};1H\x1b[J", to.size() + 1);
  if (text.empty()) return text;
  return fmt::format("{}{}{}", kBegin, text, kEnd);
}

}  // namespace panggil::ctl
