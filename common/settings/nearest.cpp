#include "common/settings/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

constexpr std::size_t kLongest = 64;

/// The number of letters to insert, leave out, replace or swap with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  std::iota(table[0].begin(), table[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& choices) {
  std::optional<std::string> found;
  if (word.size() > kLongest) return found;
  // Two slips, but never so many that any short word would do.
  std::size_t least = std::min<std::size_t>(2, word.size() / 2) + 1;
  for (const auto& choice : choices) {
    const std::size_t longer = std::max(word.size(), choice.size());
    const std::size_t shorter = std::min(word.size(), choice.size());
    if (choice.size() > kLongest || longer - shorter >= least) continue;
    const std::size_t slips = distance(word, choice);
    if (slips >= least) continue;
    found = choice;
    least = slips;
  }
  return found;
}

std::string did_you_mean(std::string_view choice) {
  return spoken_text("fault.did_you_mean", {{"word", std::string(choice)}});
}

std::string known_here(const std::vector<std::string>& choices) {
  if (choices.empty()) return "";
  return spoken_text("fault.known_here", {{"words", fmt::format("{}", fmt::join(choices, ", "))}});
}

std::string suggest(std::string_view word, const std::vector<std::string>& choices) {
  const auto meant = nearest(word, choices);
  return meant ? did_you_mean(*meant) : known_here(choices);
}

}  // namespace panggil::settings
