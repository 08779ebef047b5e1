/// \file
/// Draws a figure and decides nothing.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>

#include "common/drawing/figure.hpp"
#include "common/drawing/fonts.hpp"

namespace panggil::drawing {

/// The whole frame, over whatever was there before.
void paint(sf::RenderTarget& target, const Figure& figure, const Fonts& fonts);

}  // namespace panggil::drawing
