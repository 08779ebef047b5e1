/// \file
/// A figure being made: what the parts of a layout have in common.
#pragma once

#include <string>
#include <string_view>

#include "common/drawing/figure.hpp"
#include "common/drawing/fit.hpp"

namespace panggil::drawing {

struct Sheet {
  const Typesetter& type;
  float unit;  ///< pixels of this picture that are one in the size it was designed for
  Figure& out;

  /// So many pixels in the size it was designed for.
  float px(float designed) const { return designed * unit; }
  /// As large as `cap` says, or as its slot allows.
  void put(std::string_view part, std::string text, Rect slot, float cap, Align align, Weight weight, Ink ink,
           Fill on) const;
  /// As put(), but below `least` it loses its end rather than its size.
  void put_shortened(std::string_view part, std::string text, Rect slot, float cap, float least, Align align,
                     Weight weight, Ink ink, Fill on) const;
  void mark(Shape shape, Rect rect, Ink ink) const { out.marks.push_back({shape, rect, ink}); }
  void panel(Fill fill, Rect rect, float radius) const { out.panels.push_back({fill, rect, radius}); }
  /// A thin line between two rows, as wide as `inner`.
  void separate(Rect inner, float y) const;
};

}  // namespace panggil::drawing
