/// \file
/// What is wrong with a command line, in the language of whoever has typed it: CLI11 knows but one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace panggil::settings {

/// What `--language` says on a command line that may have faults elsewhere.
std::optional<std::string> language_asked_for(int argc, const char* const* argv);

/// What CLI11 says of a command line, in the language that is spoken; as it is, if it says something new.
std::string usage_in_words(const std::string& message);

}  // namespace panggil::settings
