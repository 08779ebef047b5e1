/// \file
/// Draws a figure and decides nothing.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>

#include "common/drawing/figure.hpp"
#include "common/drawing/fonts.hpp"
#include "common/drawing/front.hpp"
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

/// Only that part of it, as paint() would; the rest of the frame stays as it was.
void paint_part(sf::RenderTarget& target, const Figure& figure, const Paints& paints, Rect part);

/// The pixels that are in it at least partly, counted as OpenGL counts. The target may be turned.
Part pixels_of(const sf::RenderTarget& target, Rect part);

}  // namespace panggil::drawing
