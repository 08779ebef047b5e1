#include "ctl/table.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace panggil::ctl {
namespace {

constexpr std::size_t kBetween = 2;
constexpr std::size_t kLeastWidth = 4;  // of a column that gives way

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

}  // namespace

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::string cut(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t characters = 0;
  std::size_t end = 0;
  while (end < text.size() && (!begins_character(text[end]) || characters++ < width - 1)) ++end;
  return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (width_of(text) > width && width > 0) {
    std::size_t characters = 0;
    std::size_t end = 0;
    while (end < text.size() && (!begins_character(text[end]) || characters++ < width + 1)) ++end;
    // `end` is behind one character more than there is room for, and that may be a space.
    const auto space = text.substr(0, end).rfind(' ');
    if (space == std::string_view::npos || space == 0) {
      do --end;
      while (!begins_character(text[end]));
      lines.emplace_back(text.substr(0, end));
      text.remove_prefix(end);
    } else {
      lines.emplace_back(text.substr(0, space));
      text.remove_prefix(space + 1);
    }
  }
  lines.emplace_back(text);
  return lines;
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> row) {
  assert(row.size() == columns_.size());
  rows_.push_back(std::move(row));
}

std::vector<std::size_t> Table::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths.push_back(width_of(columns_[i].title));
    for (const auto& row : rows_) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::size_t total = std::accumulate(widths.begin(), widths.end(), kBetween * (columns_.size() - 1));
  // Always from the widest: so the columns that give way share what is left, and a short one stays whole.
  for (; total > width; --total) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].elastic && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    }
    if (widest == nullptr || *widest <= kLeastWidth) break;
    --*widest;
  }
  return widths;
}

std::string Table::line(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = cut(row[i], widths[i]);
    const std::string space(widths[i] - width_of(cell), ' ');
    line += (i == 0 ? "" : std::string(kBetween, ' ')) + (columns_[i].right ? space + cell : cell + space);
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::vector<std::string> Table::lines(std::size_t width) const {
  const auto fitting = widths(width);
  std::vector<std::string> titles;
  for (const auto& column : columns_) titles.push_back(column.title);
  std::vector<std::string> lines{cut(line(titles, fitting), width)};
  for (const auto& row : rows_) lines.push_back(cut(line(row, fitting), width));
  return lines;
}

}  // namespace panggil::ctl
