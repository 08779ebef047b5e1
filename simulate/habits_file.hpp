/// \file
/// `simulation.yaml`, beside an office's `office.yaml`: how its people behave. Explained in
/// config/offices/cirebon/simulation.yaml.
#pragma once

#include <filesystem>

#include "common/settings/yaml_reader.hpp"
#include "simulate/model/habits.hpp"

namespace panggil::simulate {

/// \throws settings::BadSettings with all faults of the document
Habits read_habits(const settings::Document& document);
/// \throws as read_habits(); std::runtime_error when the directory has no such file
Habits load_habits(const std::filesystem::path& directory);

}  // namespace panggil::simulate
