/// \file
/// The parts of a layout, each of which fills its own rectangle. Only for layout.cpp.
#pragma once

#include "common/drawing/sheet.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {

/// What the parts have in common: a layout being made.
struct Sheet : drawing::Sheet {
  const Scene& scene;
  const Catalogue& words;
};

/// Of the panels beside the live one, at 1080 lines.
inline constexpr float kPaddingX = 22;
inline constexpr float kPaddingY = 14;
inline constexpr float kRadius = 28;

/// The longest legal ticket of an office with one letter a service, which no screen may clip.
inline constexpr std::string_view kLongestTicket = "Z9999";

/// Slots of running text are so many cap heights high, so that what hangs below the line stays inside.
inline constexpr float kLineSlot = 1.75F;

void lay_live_panel(const Sheet& sheet, Rect rect);

void lay_recent_calls(const Sheet& sheet, Rect rect);
/// How large that panel must be for four rows of the longest tickets and two-digit counters.
Size least_recent_size(const Sheet& sheet);

enum class Height { kAsNeeded, kWhole };
/// Stands at the bottom of `room`, or takes it whole. Returns how high it is; 0 without services.
float lay_services(const Sheet& sheet, Rect room, Height wanted);

}  // namespace panggil::display
