#include "common/drawing/plate.hpp"

#include <SFML/Graphics/Image.hpp>
#include <cmath>
#include <stdexcept>

#include "common/drawing/painter.hpp"

namespace panggil::drawing {
namespace {

std::uint8_t brightness(const sf::Color& colour) {
  return static_cast<std::uint8_t>((299 * colour.r + 587 * colour.g + 114 * colour.b) / 1000);
}

}  // namespace

Plate::Plate(const FontFiles& fonts, const Design& design, Size size)
    : fonts_(fonts, design.letters, design.unit(size)) {}

Grey Plate::draw(const Figure& figure) {
  const auto width = static_cast<unsigned>(std::ceil(figure.size.width));
  const auto height = static_cast<unsigned>(std::ceil(figure.size.height));
  const auto has = texture_.getSize();
  if (has.x != width || has.y < height) {
    if (!texture_.create(width, height)) throw std::runtime_error("no memory to draw a ticket in");
  }
  static const Palette kOwn;
  static const Textures kNone;
  paint(texture_, figure, {fonts_, kOwn, kNone});
  texture_.display();
  const auto image = texture_.getTexture().copyToImage();
  Grey grey{width, height, {}};
  grey.pixels.reserve(std::size_t{width} * height);
  for (unsigned y = 0; y < height; ++y)
    for (unsigned x = 0; x < width; ++x) grey.pixels.push_back(brightness(image.getPixel(x, y)));
  return grey;
}

}  // namespace panggil::drawing
