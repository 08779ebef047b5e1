/// \file
/// `panggil-ctl backup [FILE]`: has the dispatcher copy its journal while it works.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// Waits until the copy is complete, and takes it to FILE where one is named and the dispatcher runs on this
/// machine. The exit code: 0 done; 1 refused, or not taken to FILE; 3 no answer; 4 no connection.
int run_backup(const Settings& settings, const CommandLine& line);

}  // namespace panggil::ctl
