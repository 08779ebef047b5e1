/// \file
/// Draws a layout and decides nothing.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>

#include "display/view/fonts.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {

/// The whole frame, over whatever was there before.
void paint(sf::RenderTarget& target, const Layout& layout, const Fonts& fonts);

}  // namespace panggil::display
