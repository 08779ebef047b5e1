/// \file
/// Places in a text as an editor counts them; parsers count bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace panggil::settings {

/// From 1, in characters.
struct Place {
  int line = 1;
  int column = 1;
};

class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text) : text_(text) {}

  /// \param line from 0. \param byte from the start of the text, \param column from that of the line.
  /// Quick for places asked for in their order, however long the line.
  Place at(int line, std::size_t byte, std::size_t column);
  /// Right after the last thing that is no blank before such a place: where something is missing.
  Place end_before(int line, std::size_t byte, std::size_t column);
  /// Counts from the start of the text.
  Place of_byte(std::size_t byte) const;

 private:
  int characters(std::size_t from, std::size_t to) const;

  std::string_view text_;
  std::size_t counted_line_start_ = 0;
  std::size_t counted_to_ = 0;  ///< up to here the characters of that line are known
  int counted_ = 0;
};

}  // namespace panggil::settings
