/// \file
/// Names and labels in each of the office's languages: `{id: Informasi, en: Information}`.
#pragma once

#include <string>
#include <vector>

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// Faults: a language too few or too many; a text over 80 characters, which no screen could show.
core::LocalText read_local_text(const Node& node, const std::vector<std::string>& languages);

}  // namespace panggil::settings
