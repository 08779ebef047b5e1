/// \file
/// Simulated days of a sample office, played against the real queue core without a wire.
#pragma once

#include <filesystem>

#include "trial.hpp"

namespace panggil::evaluation {

/// `days` opening days, one after the other, from seed 1 on.
/// \param directory  with `office.yaml` and `simulation.yaml`
/// \throws settings::BadSettings, std::runtime_error
Trial simulated_office(const std::filesystem::path& directory, int days);

}  // namespace panggil::evaluation
