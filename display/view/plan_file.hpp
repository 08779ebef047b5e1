/// \file
/// Layouts out of YAML: those that are built in, from config/layouts, and an office's own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/settings/yaml_reader.hpp"
#include "display/view/plan.hpp"

namespace panggil::display {

const std::vector<std::string>& built_in_plan_names();
/// \throws std::out_of_range for a name there is none of: a bug
const Plan& built_in_plan(std::string_view name);

/// Faults of the file are in the document's problems.
Plan read_plan(const settings::Document& document, std::string name);

/// \throws settings::BadSettings with every fault's place, or std::runtime_error when it cannot be read
Plan load_plan(const std::filesystem::path& file);

}  // namespace panggil::display
