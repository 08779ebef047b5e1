/// \file
/// The language in which a program speaks to whoever has started it: of faults of its settings, above all,
/// which come before anybody has told it a language. One for the whole process, as a locale is.
#pragma once

#include <string>
#include <string_view>

#include "common/texts/catalogue.hpp"

namespace panggil {

/// What LC_ALL, LC_MESSAGES and LANG ask for, the first of them that is set: `id`, or else `en`.
std::string language_of_environment();

/// From now on. \throws std::invalid_argument for a language there are no texts in.
void speak(std::string_view language);
/// Before speak(): what the environment asks for.
const Catalogue& spoken();
/// Speaks a language for as long as it lives, then what was spoken before.
class Speaking {
 public:
  /// \throws std::invalid_argument for a language there are no texts for.
  explicit Speaking(std::string_view language) : before_(spoken().language()) { speak(language); }
  ~Speaking() { speak(before_); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  std::string before_;
};
/// A text of spoken(). \throws std::out_of_range for an unknown key: a bug.
std::string spoken_text(std::string_view key, const Facts& facts = {});

}  // namespace panggil
