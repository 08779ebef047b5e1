/// \file
/// Figures drawn without a window, for paper. One thread, the window's; needs what OpenGL needs.
#pragma once

#include <SFML/Graphics/RenderTexture.hpp>
#include <cstdint>
#include <vector>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/drawing/fonts.hpp"

namespace panggil::drawing {

/// How bright each pixel is, row by row from above: 0 black, 255 white.
struct Grey {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<std::uint8_t> pixels;
};

class Plate {
 public:
  /// \throws std::runtime_error for fonts that cannot be read
  Plate(const FontFiles& fonts, const Design& design, Size size);

  Typesetter typesetter() const { return fonts_.typesetter(); }
  /// As high as the figure. \throws std::runtime_error when the graphics chip has no memory for it
  Grey draw(const Figure& figure);

 private:
  Fonts fonts_;
  sf::RenderTexture texture_;
};

}  // namespace panggil::drawing
