/// \file
/// Finding out in which language to speak of a file's faults, before the file can be read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace panggil::settings {

/// What `key: id` or `key: [en, id]` at the left edge of a YAML text says, however broken the rest of it is:
/// the first language there, or nothing.
std::optional<std::string> language_in(std::string_view yaml, std::string_view key);

/// Speaks it from now on, where there are texts in it; who asked for another is told of it elsewhere.
void speak_if_possible(std::string_view language);

}  // namespace panggil::settings
