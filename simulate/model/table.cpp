#include "simulate/model/table.hpp"

#include <algorithm>

namespace panggil::simulate {
namespace {

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> cells;
  for (std::size_t from = 0; from <= text.size();) {
    const auto comma = std::min(text.find(',', from), text.size());
    cells.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  return cells;
}

}  // namespace

Table::Table(std::string_view text) : rest_(text) {
  heading_ = split(take_line());
}

bool Table::has(std::string_view column) const {
  return std::find(heading_.begin(), heading_.end(), column) != heading_.end();
}

bool Table::next() {
  while (!rest_.empty()) {
    const auto line = take_line();
    if (line.empty()) continue;
    cells_ = split(line);
    return true;
  }
  return false;
}

std::string_view Table::operator[](std::string_view column) const {
  const auto at =
      static_cast<std::size_t>(std::find(heading_.begin(), heading_.end(), column) - heading_.begin());
  return at < heading_.size() && at < cells_.size() ? cells_[at] : std::string_view{};
}

std::string_view Table::take_line() {
  ++line_number_;
  const auto end = rest_.find('\n');
  auto line = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace panggil::simulate
