/// \file
/// `panggil-ctl watch`: the office live.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// Until q, Ctrl-C or SIGTERM; the exit code. On a terminal the whole picture, else one line an event.
int run_watch(const Settings& settings);

}  // namespace panggil::ctl
