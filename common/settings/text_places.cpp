#include "common/settings/text_places.hpp"

#include <algorithm>

namespace panggil::settings {

int TextPlaces::characters(std::size_t from, std::size_t to) const {
  const auto bytes = text_.substr(from, to - from);
  return static_cast<int>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Place TextPlaces::at(int line, std::size_t byte, std::size_t column) {
  byte = std::min(byte, text_.size());
  const std::size_t line_start = byte - std::min(column, byte);
  if (line_start != counted_line_start_ || byte < counted_to_) {
    counted_line_start_ = counted_to_ = line_start;
    counted_ = 0;
  }
  counted_ += characters(counted_to_, byte);
  counted_to_ = byte;
  return {line + 1, counted_ + 1};
}

Place TextPlaces::end_before(int line, std::size_t byte, std::size_t column) {
  const auto before = text_.substr(0, std::min(byte, text_.size()));
  const auto last = before.find_last_not_of(" \t\r\n");
  const std::size_t end = last == std::string_view::npos ? 0 : last + 1;
  const auto crossed = std::count(before.begin() + static_cast<std::ptrdiff_t>(end), before.end(), '\n');
  if (crossed == 0) return at(line, byte, column);
  const auto newline = before.substr(0, end).rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  return at(line - static_cast<int>(crossed), end, end - line_start);
}

Place TextPlaces::of_byte(std::size_t byte) const {
  const auto before = text_.substr(0, byte);
  const auto newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          characters(line_start, byte) + 1};
}

}  // namespace panggil::settings
