/// \file
/// `office.yaml`: what an office is. Every key stands explained in config/offices/cirebon/office.yaml.
#pragma once

#include <filesystem>

#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// \throws BadSettings with everything that is wrong in the document.
core::Office read_office(const Document& document);

/// Reads `office.yaml` in the directory. \throws BadSettings; std::runtime_error when it cannot be read.
core::Office load_office(const std::filesystem::path& directory);

}  // namespace panggil::settings
