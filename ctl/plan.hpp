/// \file
/// `panggil-ctl plan`: what a day would be with other numbers of counters or other hours.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// The exit code: 0 done, 1 the past day is refused, 2 what is asked cannot be, 3 no answer, 4 not connected.
/// Only a past day needs the dispatcher. \throws settings::BadSettings, std::runtime_error
int run_plan(const Settings& settings, const CommandLine& line);

}  // namespace panggil::ctl
