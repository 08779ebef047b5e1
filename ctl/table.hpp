/// \file
/// Columns of text that stand under each other in a terminal. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace panggil::ctl {

/// How many columns of a terminal UTF-8 text takes, one a character.
std::size_t width_of(std::string_view text);
/// As much of it as fits, with `…` at the end when that is not all.
std::string cut(std::string_view text, std::size_t width);

/// All of it, in lines that are no wider, broken between words where that is possible.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

struct Column {
  std::string title;
  bool right = false;    ///< numbers
  bool elastic = false;  ///< gives way when the line is too long
};

class Table {
 public:
  explicit Table(std::vector<Column> columns);
  /// \pre one cell for each column
  void add(std::vector<std::string> row);
  /// The titles first. None is longer than `width`.
  std::vector<std::string> lines(std::size_t width) const;

 private:
  std::vector<std::size_t> widths(std::size_t width) const;
  std::string line(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace panggil::ctl
