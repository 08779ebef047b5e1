/// \file
/// A CSV file as recorded days need it: columns by the names in the heading, no quotes.
#pragma once

#include <string_view>
#include <vector>

namespace panggil::simulate {

/// Walks over the lines of a text, which must outlive it.
class Table {
 public:
  explicit Table(std::string_view text);

  bool has(std::string_view column) const;
  /// To the next line that is not empty; false at the end.
  bool next();
  /// Of the present line; empty where it is too short.
  std::string_view operator[](std::string_view column) const;
  /// From 1, the heading included.
  int line_number() const { return line_number_; }

 private:
  std::string_view take_line();

  std::string_view rest_;
  int line_number_ = 0;
  std::vector<std::string_view> heading_;
  std::vector<std::string_view> cells_;
};

}  // namespace panggil::simulate
