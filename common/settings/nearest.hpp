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

/// To go on a sentence with: `; did you mean "services"?`, else `; known here: services, counters`. Empty
/// without choices.
std::string suggest(std::string_view word, const std::vector<std::string>& choices);

}  // namespace panggil::settings
