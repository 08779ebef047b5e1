#include "common/settings/speech.hpp"

#include <algorithm>

#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

bool is_language(std::string_view word) {
  return word == "id" || word == "en";
}

/// The first word of a value, behind quotes and brackets.
std::string_view first_word(std::string_view value) {
  constexpr std::string_view kAround = " \t\r\"'[-";
  value.remove_prefix(std::min(value.find_first_not_of(kAround), value.size()));
  return value.substr(0, value.find_first_of(" \t\r\"',]#"));
}

}  // namespace

std::optional<std::string> language_in(std::string_view yaml, std::string_view key) {
  bool below_the_key = false;  // as in a list of a line for each
  while (!yaml.empty()) {
    auto line = yaml.substr(0, yaml.find('\n'));
    yaml.remove_prefix(std::min(line.size() + 1, yaml.size()));
    const bool is_key = line.starts_with(key) && line.substr(key.size()).starts_with(':');
    if (is_key) line.remove_prefix(key.size() + 1);
    if (!is_key && !below_the_key) continue;
    const auto word = first_word(line);
    if (is_language(word)) return std::string(word);
    below_the_key = word.empty();
  }
  return std::nullopt;
}

void speak_if_possible(std::string_view language) {
  if (is_language(language)) speak(language);
}

}  // namespace panggil::settings
