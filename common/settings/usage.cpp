#include "common/settings/usage.hpp"

#include <array>
#include <regex>

#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

/// A message of CLI11, and what stands for its groups in our text.
struct Saying {
  const char* pattern;
  const char* text;
  std::array<const char*, 4> facts;
};

constexpr std::array kSayings = {
    Saying{"The following arguments? (?:was|were) not expected: (.*)", "usage.unexpected", {"words"}},
    Saying{"(?:Exactly|At least) 1 option from \\[(.*)\\] is required", "usage.one_of", {"choices"}},
    Saying{"(?:Requires at most|Exactly) 1 options?(?: be given)? from \\[(.*)\\].*",
           "usage.one_alone",
           {"choices"}},
    Saying{"(.*) is required", "usage.missing", {"what"}},
    Saying{"(.*): (?:\\d+ required .* missing|At least \\d+ required .*)", "usage.no_value", {"what"}},
    Saying{"(.*) requires (.*)", "usage.needs", {"what", "other"}},
    Saying{"(.*) excludes (.*)", "usage.excludes", {"what", "other"}},
    Saying{"(.*?): (.*) not in \\{(.*)\\}", "usage.not_among", {"what", "word", "choices"}},
    Saying{"(.*?): Value (.*) not in range (.*) to (.*)",
           "usage.not_in_range",
           {"what", "word", "least", "most"}},
    Saying{"Could not convert: (.*?) = (.*)", "usage.not_a_number", {"what", "word"}},
};

}  // namespace

std::optional<std::string> language_asked_for(int argc, const char* const* argv) {
  constexpr std::string_view kFlag = "--language";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == kFlag && i + 1 < argc) return argv[i + 1];
    if (word.starts_with(kFlag) && word.substr(kFlag.size()).starts_with('='))
      return std::string(word.substr(kFlag.size() + 1));
  }
  return std::nullopt;
}

std::string usage_in_words(const std::string& message) {
  for (const auto& saying : kSayings) {
    std::smatch found;
    if (!std::regex_match(message, found, std::regex(saying.pattern))) continue;
    Facts facts;
    for (std::size_t group = 1; group < found.size(); ++group)
      facts.emplace(saying.facts.at(group - 1), found[group]);
    return spoken_text(saying.text, facts);
  }
  return message;
}

}  // namespace panggil::settings
