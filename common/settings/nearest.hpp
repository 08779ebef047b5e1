/// \file
/// What somebody may have meant who wrote a word that stands for nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panggil::settings {

/// The one of `choices` that differs from `word` by a slip or two of the fingers.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& choices);

/// `; did you mean "services"?`, to go on a sentence with, in the language that is spoken.
std::string did_you_mean(std::string_view choice);
/// `; known here: services, counters`; empty without choices.
std::string known_here(const std::vector<std::string>& choices);
/// The first where one is near enough, else the second.
std::string suggest(std::string_view word, const std::vector<std::string>& choices);

}  // namespace panggil::settings
