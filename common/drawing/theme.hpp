/// \file
/// Which colours there are, and how well one is read on another. No text relies on colour alone.
#pragma once

#include <cstdint>

namespace panggil::drawing {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// What is written or drawn.
enum class Ink {
  kWhite,
  kYellow,
  kQuiet,
  kDark,
  kLine,
  kSoft,  ///< on what is light
};
/// What it stands on: a colour that may change from top to bottom.
enum class Fill {
  kScreen,
  kLive,
  kPanel,
  kBadge,
  kButton,   ///< can be pressed
  kPrimary,  ///< likewise, and mostly is
  kDay,      ///< a screen in a bright room
  kSheet,    ///< on it
  kFaint,    ///< likewise, and cannot be pressed
  kDeep,     ///< likewise, and stands out
};

struct Shade {
  Colour top;
  Colour bottom;
};

Colour colour(Ink ink);
Shade shade(Fill fill);

/// Of light, 0 to 1, as WCAG 2.1 defines it.
double luminance(Colour colour);
/// 1 to 21, as WCAG 2.1 defines it; 7 is its strictest demand on text.
double contrast(Colour one, Colour other);

}  // namespace panggil::drawing
