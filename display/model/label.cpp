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

CounterWords::CounterWords(const std::vector<Label>& counters) {
  std::map<std::string, std::size_t> counts;
  for (const auto& counter : counters) {
    if (counter.is_name()) continue;
    words_of_[counter.number].insert(counter.word);
    ++counts[counter.word];
  }
  std::size_t most = 0;
  for (const auto& [word, count] : counts) {
    if (count == most) usual_.reset();
    if (count > most) usual_ = word;
    most = std::max(most, count);
  }
}

bool CounterWords::matters(const Label& label) const {
  if (label.word.empty() || words_of_.empty()) return false;
  const auto words = words_of_.find(label.number);
  return label.word != usual_ || (words != words_of_.end() && words->second.size() > 1);
}

std::string in_language(const protocol::LocalText& text, const std::string& language) {
  const auto found = text.find(language);
  if (found != text.end()) return found->second;
  return text.empty() ? std::string() : text.begin()->second;
}

}  // namespace panggil::display
