/// \file
/// Everything people read, in Indonesian and English, by key. The texts stand in config/texts/{id,en}.yaml
/// and are built into the programs; both files have the same keys and placeholders (a test holds that).
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace panggil {

/// What replaces `{name}` in a text.
using Facts = std::map<std::string, std::string>;

class Catalogue {
 public:
  static constexpr std::array<std::string_view, 2> kLanguages{"id", "en"};

  /// \throws std::invalid_argument for a language there is none for.
  static const Catalogue& of(std::string_view language);

  /// A `{name}` without a fact stays to be seen. \throws std::out_of_range for an unknown key: a bug.
  std::string text(std::string_view key, const Facts& facts = {}) const;
  bool has(std::string_view key) const;
  const std::string& language() const { return language_; }
  const std::map<std::string, std::string, std::less<>>& entries() const { return texts_; }

 private:
  Catalogue(std::string language, std::span<const std::pair<std::string_view, std::string_view>> texts);
  std::string language_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace panggil
