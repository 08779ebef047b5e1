#include "common/texts/spoken.hpp"

#include <atomic>
#include <cstdlib>

namespace panggil {
namespace {

/// Settings are read by one thread, but a file may be read again by another.
std::atomic<const Catalogue*>& current() {
  static std::atomic<const Catalogue*> catalogue = &Catalogue::of(language_of_environment());
  return catalogue;
}

}  // namespace

std::string language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    return locale.substr(0, locale.find_first_of("_.@")) == "id" ? "id" : "en";
  }
  return "en";
}

void speak(std::string_view language) {
  current() = &Catalogue::of(language);
}

const Catalogue& spoken() {
  return *current();
}

std::string spoken_text(std::string_view key, const Facts& facts) {
  return spoken().text(key, facts);
}

}  // namespace panggil
