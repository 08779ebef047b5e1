#include "common/texts/catalogue.hpp"

#include <stdexcept>

#include "common/texts/built_in_texts.hpp"

namespace panggil {
namespace {

/// Replaces each `{name}` that there is a fact for.
std::string fill(std::string_view text, const Facts& facts) {
  std::string filled;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const auto fact = facts.find(std::string(text.substr(open + 1, close - open - 1)));
    filled += text.substr(0, open);
    filled += fact == facts.end() ? text.substr(open, close + 1 - open) : std::string_view(fact->second);
    text.remove_prefix(close + 1);
  }
  return filled += text;
}

}  // namespace

Catalogue::Catalogue(std::string language, std::span<const BuiltInText> texts)
    : language_(std::move(language)) {
  for (const auto& [key, text] : texts)
    if (!texts_.emplace(key, text).second)
      throw std::logic_error("two texts \"" + std::string(key) + "\" in " + language_);
}

const Catalogue& Catalogue::of(std::string_view language) {
  static const Catalogue kIndonesian("id", kTextsId);
  static const Catalogue kEnglish("en", kTextsEn);
  if (language == "id") return kIndonesian;
  if (language == "en") return kEnglish;
  throw std::invalid_argument("no texts in the language \"" + std::string(language) +
                              "\"; there are id and en");
}

bool Catalogue::has(std::string_view key) const {
  return texts_.find(key) != texts_.end();
}

std::string Catalogue::text(std::string_view key, const Facts& facts) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) throw std::out_of_range("no text \"" + std::string(key) + "\"");
  return fill(found->second, facts);
}

}  // namespace panggil
