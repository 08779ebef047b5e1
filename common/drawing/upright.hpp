/// \file
/// Pictures of a screen that hangs on its side, as people before it see them.
#pragma once

#include <SFML/Graphics/Image.hpp>

namespace panggil::drawing {

/// What was drawn turned clockwise by `rotate` (0, 90, 180, 270) degrees, turned back.
sf::Image upright(const sf::Image& image, int rotate);

}  // namespace panggil::drawing
