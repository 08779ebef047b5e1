/// \file
/// Which colours there are, and how well one is read on another. No text relies on colour alone.
#pragma once

#include <array>
#include <cstddef>
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
  kPulse,  ///< what kLive turns into at the height of a pulse
  kEmergency,
  kButton,   ///< can be pressed
  kPrimary,  ///< likewise, and mostly is
  kDay,      ///< a screen in a bright room
  kSheet,    ///< on it
  kFaint,    ///< likewise, and cannot be pressed
  kDeep,     ///< likewise, and stands out
};
inline constexpr std::size_t kInks = 6;
inline constexpr std::size_t kFills = 12;

struct Shade {
  Colour top;
  Colour bottom;
  friend bool operator==(const Shade&, const Shade&) = default;
};

/// All colours of a screen.
struct Palette {
  Palette();  ///< those that the programs come with

  Colour colour(Ink ink) const { return inks[static_cast<std::size_t>(ink)]; }
  Shade shade(Fill fill) const { return fills[static_cast<std::size_t>(fill)]; }

  std::array<Colour, kInks> inks;
  std::array<Shade, kFills> fills;
  friend bool operator==(const Palette&, const Palette&) = default;
};

/// Of the palette that the programs come with.
Colour colour(Ink ink);
Shade shade(Fill fill);

/// How those see a colour who have no cones for red, or for green; and how nobody sees any colour.
enum class Sight { kFull, kWithoutRed, kWithoutGreen, kGrey };
Colour as_seen(Colour colour, Sight sight);

/// Of light, 0 to 1, as WCAG 2.1 defines it.
double luminance(Colour colour);
/// 1 to 21, as WCAG 2.1 defines it; 7 is its strictest demand on text.
double contrast(Colour one, Colour other);

}  // namespace panggil::drawing
