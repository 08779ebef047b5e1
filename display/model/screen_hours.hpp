/// \file
/// When the screen is on, by the office's clock.
#pragma once

#include <bitset>
#include <chrono>
#include <optional>
#include <vector>

#include "common/base/zone.hpp"

namespace panggil::display {

struct ScreenHours {
  std::bitset<7> days;  ///< 0: Sunday; those on which it goes on
  std::chrono::minutes on{0};
  std::chrono::minutes off{24 * 60};  ///< before `on`: of the day after
  friend bool operator==(const ScreenHours&, const ScreenHours&) = default;
};

/// Any of them. Without hours, or without a time, always: better a screen too many than one too few.
bool is_on(const std::vector<ScreenHours>& hours, const std::optional<Stamp>& time);

}  // namespace panggil::display
