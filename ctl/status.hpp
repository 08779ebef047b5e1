/// \file
/// `panggil-ctl status`: one look.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// Up to 8 s; the exit code: 0 when the dispatcher is there and all its state, else 4, with what there is.
int run_status(const Settings& settings, bool json);

}  // namespace panggil::ctl
