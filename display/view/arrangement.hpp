/// \file
/// Shares a picture out among the zones of a plan. Only for layout.cpp.
#pragma once

#include "display/view/panels.hpp"

namespace panggil::display {

inline constexpr float kGap = 16;  ///< between zones, at 1080 lines

/// Zones that have nothing to show give their room to their neighbours.
void arrange(const Sheet& sheet, const Box& box, Rect rect);

}  // namespace panggil::display
