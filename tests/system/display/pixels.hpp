/// \file
/// What can be measured on a picture.
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "common/drawing/geometry.hpp"
#include "common/drawing/theme.hpp"

namespace panggil::display {

using drawing::Colour;
using drawing::Rect;

inline Colour pixel(const sf::Image& image, unsigned x, unsigned y) {
  const auto colour = image.getPixel(x, y);
  return {colour.r, colour.g, colour.b};
}

inline bool is_near(Colour one, Colour other) {
  return std::abs(one.red - other.red) < 12 && std::abs(one.green - other.green) < 12 &&
         std::abs(one.blue - other.blue) < 12;
}

/// Around all pixels of a colour in a region.
inline Rect ink_box(const sf::Image& image, Rect region, Colour ink) {
  float left = region.right();
  float right = region.x;
  float top = region.bottom();
  float bottom = region.y;
  for (auto y = static_cast<unsigned>(region.y); y < static_cast<unsigned>(region.bottom()); ++y) {
    for (auto x = static_cast<unsigned>(region.x); x < static_cast<unsigned>(region.right()); ++x) {
      if (!is_near(pixel(image, x, y), ink)) continue;
      left = std::min(left, static_cast<float>(x));
      right = std::max(right, static_cast<float>(x + 1));
      top = std::min(top, static_cast<float>(y));
      bottom = std::max(bottom, static_cast<float>(y + 1));
    }
  }
  return {left, top, std::max(right - left, 0.0F), std::max(bottom - top, 0.0F)};
}

inline std::size_t count(const sf::Image& image, Rect region, Colour ink) {
  std::size_t found = 0;
  for (auto y = static_cast<unsigned>(region.y); y < static_cast<unsigned>(region.bottom()); ++y)
    for (auto x = static_cast<unsigned>(region.x); x < static_cast<unsigned>(region.right()); ++x)
      if (is_near(pixel(image, x, y), ink)) ++found;
  return found;
}

/// Of the core of the text in a region against what it stands on: the lightest twentieth of the pixels
/// against the median.
inline double measured_contrast(const sf::Image& image, Rect region) {
  std::vector<double> light;
  for (auto y = static_cast<unsigned>(region.y); y < static_cast<unsigned>(region.bottom()); ++y)
    for (auto x = static_cast<unsigned>(region.x); x < static_cast<unsigned>(region.right()); ++x)
      light.push_back(drawing::luminance(pixel(image, x, y)));
  std::sort(light.begin(), light.end());
  return (light[light.size() * 19 / 20] + 0.05) / (light[light.size() / 2] + 0.05);
}

}  // namespace panggil::display
