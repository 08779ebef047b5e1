/// \file
/// `panggil-ctl report`: what days came to.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// The exit code: 0 done, 1 refused or the file could not be written, 3 no answer, 4 not connected.
int run_report(const Settings& settings, const CommandLine& line);

}  // namespace panggil::ctl
