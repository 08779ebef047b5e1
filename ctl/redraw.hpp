/// \file
/// From one screen to the next with as little as possible. Pure.
#pragma once

#include <string>

#include "ctl/view.hpp"

namespace panggil::ctl {

/// What to write to a terminal on which `from` stands so that `to` does; empty when they are the same.
std::string redraw(const Lines& from, const Lines& to);

}  // namespace panggil::ctl
