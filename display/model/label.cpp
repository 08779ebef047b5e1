#include "display/model/label.hpp"

#include <algorithm>
#include <cstddef>

namespace panggil::display {
namespace {
constexpr std::size_t kLongestNumber = 4;  // "12", "3B", "A-12"

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view token) {
  return token.size() <= kLongestNumber && has_digit(token);
}
}  // namespace

bool Label::is_name() const {
  return word.empty() && !has_digit(number);
}

Label split_label(std::string_view label) {
  const auto space = label.rfind(' ');
  if (space == std::string_view::npos || !is_number(label.substr(space + 1))) return {"", std::string(label)};
  return {std::string(label.substr(0, space)), std::string(label.substr(space + 1))};
}

std::string in_language(const protocol::LocalText& text, const std::string& language) {
  const auto found = text.find(language);
  if (found != text.end()) return found->second;
  return text.empty() ? std::string() : text.begin()->second;
}

}  // namespace panggil::display
