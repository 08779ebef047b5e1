/// \file
/// Whether a program that was set up on this machine runs on it now.
#pragma once

#include "ctl/doctor/examined.hpp"

namespace panggil::ctl {

/// With these settings, by whomever it was started.
bool runs_here(const Examined& examined, const Places& places);

}  // namespace panggil::ctl
