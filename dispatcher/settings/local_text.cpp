#include "dispatcher/settings/local_text.hpp"

#include <algorithm>

namespace panggil::settings {
namespace {

constexpr std::ptrdiff_t kMostCharacters = 80;

std::string read_short(const Node& node) {
  const std::string text = node.text();
  const auto characters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
  if (characters > kMostCharacters)
    node.fault("fault.office.too_long",
               {{"characters", std::to_string(characters)}, {"most", std::to_string(kMostCharacters)}});
  return text;
}

}  // namespace

core::LocalText read_local_text(const Node& node, const std::vector<std::string>& languages) {
  core::LocalText text;
  for (const auto& language : languages)
    if (const auto entry = node.required(language); entry.present()) text[language] = read_short(entry);
  node.no_other_keys();
  return text;
}

}  // namespace panggil::settings
