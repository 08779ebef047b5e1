/// \file
/// The figures as the tables of docs/estimates.md.
#pragma once

#include <string>
#include <vector>

#include "trial.hpp"

namespace panggil::evaluation {

/// One row an office, and one of all of them together: the estimator's figures beside the plain mean's.
std::string table_of_figures(const std::vector<Trial>& trials);

}  // namespace panggil::evaluation
