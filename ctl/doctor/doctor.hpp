/// \file
/// `panggil-ctl doctor`: what is wrong with Panggil on this machine, and what to do.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// A line for each thing looked at. The exit code: 0 nothing is bad; 1 something is.
int run_doctor(const Settings& settings, const CommandLine& line);

}  // namespace panggil::ctl
