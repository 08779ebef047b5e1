/// \file
/// What moves in a picture that otherwise stands still: a panel's pulse, a running text.
#pragma once

#include <optional>

#include "common/drawing/figure.hpp"

namespace panggil::drawing {

/// All that differs between the two as they are drawn, if nothing but that has moved. Nothing: anything may
/// differ, or nothing does. What a picture's pixels have become since is not looked at.
std::optional<Rect> moved_part(const Figure& before, const Figure& after);

/// Where something stands that is at `rect` of a figure: shifted, as all of it is.
Rect shifted(const Figure& figure, Rect rect);

bool overlap(Rect one, Rect other);

}  // namespace panggil::drawing
