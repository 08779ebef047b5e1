/// \file
/// A command that is run, fed and waited for, within a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.hpp"

namespace panggil::kiosk {

struct Ran {
  bool well = false;   ///< it ended by itself, with 0
  std::string output;  ///< the first 64 KiB of what it wrote, errors too
};

/// Found in the PATH, in the language C, with no signal blocked. Killed when its time is over.
Ran run_child(const std::vector<std::string>& command, std::string_view input, Millis patience);

}  // namespace panggil::kiosk
