#include "common/drawing/upright.hpp"

namespace panggil::drawing {

namespace {
/// Where on the turned picture the upright one's pixel is.
sf::Vector2u place(sf::Vector2u upright, sf::Vector2u turned_size, int rotate) {
  const auto last_x = turned_size.x - 1;
  const auto last_y = turned_size.y - 1;
  switch (rotate) {
    case 90:
      return {last_x - upright.y, upright.x};
    case 180:
      return {last_x - upright.x, last_y - upright.y};
    case 270:
      return {upright.y, last_y - upright.x};
    default:
      return upright;
  }
}
}  // namespace

sf::Image upright(const sf::Image& image, int rotate) {
  const auto size = image.getSize();
  const bool on_its_side = rotate % 180 != 0;
  sf::Image result;
  result.create(on_its_side ? size.y : size.x, on_its_side ? size.x : size.y);
  for (unsigned y = 0; y < result.getSize().y; ++y) {
    for (unsigned x = 0; x < result.getSize().x; ++x) {
      const auto from = place({x, y}, size, rotate);
      result.setPixel(x, y, image.getPixel(from.x, from.y));
    }
  }
  return result;
}

}  // namespace panggil::drawing
