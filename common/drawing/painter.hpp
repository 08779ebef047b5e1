/// \file
/// Draws a figure and decides nothing.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>

#include "common/drawing/figure.hpp"
#include "common/drawing/fonts.hpp"
#include "common/drawing/textures.hpp"

namespace panggil::drawing {

/// What figures are drawn with.
struct Paints {
  const Fonts& fonts;
  const Palette& palette;
  const Textures& textures;  ///< holding the figure's
};

/// The whole frame, over whatever was there before.
void paint(sf::RenderTarget& target, const Figure& figure, const Paints& paints);

}  // namespace panggil::drawing
