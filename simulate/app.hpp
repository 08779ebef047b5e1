/// \file
/// panggil-simulate as a whole: which play, on which stage, and what is told at the end.
#pragma once

#include "simulate/settings.hpp"

namespace panggil::simulate {

/// The exit code: 0 when all went as it should, 1 when something was lost or refused against expectation, 3
/// when something is unknown, 4 when nobody could be reached. \throws std::exception
int run(const Settings& settings);

}  // namespace panggil::simulate
