/// \file
/// Places of a figure that can be clicked or touched, and what each is for.
#pragma once

#include <optional>
#include <vector>

#include "common/drawing/geometry.hpp"

namespace panggil::drawing {

template <class What>
struct Target {
  Rect rect;
  What what;
};

/// What a click at this place means, if anything.
template <class What>
std::optional<What> target_at(const std::vector<Target<What>>& targets, float x, float y) {
  for (const auto& [rect, what] : targets)
    if (rect.holds(x, y)) return what;
  return std::nullopt;
}

}  // namespace panggil::drawing
