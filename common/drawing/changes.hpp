/// \file
/// Where a picture differs from the one before: a number that has changed, a panel's pulse, a running text.
#pragma once

#include <optional>
#include <vector>

#include "common/drawing/figure.hpp"

namespace panggil::drawing {

/// All that differs between the two as they are drawn, in whole pixels, no part overlapping another. Nothing:
/// so much does, or of such a kind, that all of it is to be drawn. Empty: they are the same. What a picture's
/// pixels have become since is not looked at.
std::optional<std::vector<Rect>> changed_parts(const Figure& before, const Figure& after);

/// All that a text may colour: its slot and a little more, as some characters hang lower than a low slot or
/// begin before it.
Rect ink_of(const Text& text);

/// Where something stands that is at `rect` of a figure: shifted, as all of it is.
Rect shifted(const Figure& figure, Rect rect);

bool overlap(Rect one, Rect other);

}  // namespace panggil::drawing
