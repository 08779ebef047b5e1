/// \file
/// The recorded days of real offices: `{office}-{date}.csv` as docs/simulation.md has it, and
/// `{office}-{date}.counters.csv` beside each.
#pragma once

#include <filesystem>
#include <vector>

#include "dispatcher/core/office.hpp"
#include "trial.hpp"

namespace panggil::evaluation {

struct RecordedOptions {
  std::string zone;
  core::WeekHours hours;  ///< when the offices were open
};

/// Each office with its days in order. \throws std::runtime_error for a file that cannot be read
std::vector<Trial> recorded_offices(const std::filesystem::path& directory, const RecordedOptions& options);

}  // namespace panggil::evaluation
