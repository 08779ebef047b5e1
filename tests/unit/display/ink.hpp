/// \file
/// Where the ink of a layout is.
#pragma once

#include <algorithm>
#include <string>

#include "display/view/layout.hpp"

namespace panggil::display {

inline constexpr float kHair = 0.51F;       // positions are rounded to pixels when they are drawn
inline constexpr float kBelowLine = 0.33F;  // a `g` hangs so many cap heights below the line

inline bool is_inside(Rect inner, Rect outer) {
  return inner.x >= outer.x - kHair && inner.y >= outer.y - kHair && inner.right() <= outer.right() + kHair &&
         inner.bottom() <= outer.bottom() + kHair;
}

inline bool overlap(Rect one, Rect other) {
  return one.x < other.right() - kHair && other.x < one.right() - kHair && one.y < other.bottom() - kHair &&
         other.y < one.bottom() - kHair;
}

inline bool has_descenders(const Text& text) {
  return text.text.find_first_of("gjpqy,;()") != std::string::npos;
}

/// Where the ink of a text is.
inline Rect ink_of(const Text& text, const Typesetter& type) {
  const float width = type.measure(text.text, text.weight) * text.cap;
  const float free = text.slot.width - width;
  const float part = text.align == Align::kLeft ? 0 : text.align == Align::kRight ? 1 : 0.5F;
  const float top = text.slot.y + (text.slot.height - text.cap) / 2;
  return {text.slot.x + free * part, top, width, text.cap * (has_descenders(text) ? 1 + kBelowLine : 1)};
}

}  // namespace panggil::display
