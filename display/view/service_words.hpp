/// \file
/// What is told of a service besides its name and how many wait: how long people wait, or why nobody gets a
/// ticket for it.
#pragma once

#include <string>

#include "display/view/panels.hpp"

namespace panggil::display {

enum class Length { kFull, kUsual, kShort };

/// Nobody gets a ticket for it, and that is known.
bool gives_no_tickets(const Sheet& sheet, const ServiceLine& service);
/// Empty: there is nothing to tell.
std::string told_of(const Sheet& sheet, const ServiceLine& service, Length length);

}  // namespace panggil::display
