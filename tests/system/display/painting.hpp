/// \file
/// Layouts drawn as a window draws them, into a picture.
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <stdexcept>

#include "common/drawing/painter.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {

inline sf::Image painted(const drawing::Figure& figure, const drawing::Fonts& fonts,
                         const drawing::Palette& palette = {}) {
  sf::RenderTexture target;
  if (!target.create(static_cast<unsigned>(figure.size.width), static_cast<unsigned>(figure.size.height)))
    throw std::runtime_error("no picture of that size can be drawn here");
  drawing::Textures textures;
  textures.hold(figure);
  drawing::paint(target, figure, {fonts, palette, textures});
  target.display();
  return target.getTexture().copyToImage();
}

}  // namespace panggil::display
