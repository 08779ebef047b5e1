/// \file
/// What the office's file on this machine calls things.
#pragma once

#include <string>
#include <vector>

#include "ctl/devices/places.hpp"

namespace panggil::ctl {

struct OfficeIds {
  std::vector<std::string> areas, counters;
};

/// None where there is no such file, or it cannot be used: whose task that is will tell.
OfficeIds office_ids(const Places& places);

}  // namespace panggil::ctl
