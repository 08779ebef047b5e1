/// \file
/// A picture as a list of what is in it: pure rectangles, colours and texts, so that what a program shows is
/// tested without a window. A program's layout makes it, the painter draws it and decides nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/drawing/fit.hpp"
#include "common/drawing/geometry.hpp"
#include "common/drawing/theme.hpp"

namespace panggil::drawing {

enum class Align { kLeft, kCentre, kRight };

struct Text {
  std::string_view part;  ///< what it is, of the layout's own names; tests and measurements find it by this
  std::string text;
  Rect slot;  ///< its ink lies inside, capital letters centred from top to bottom
  float cap;
  Align align;
  Weight weight;
  Ink ink;
  Fill on;
  friend bool operator==(const Text&, const Text&) = default;
};

struct Panel {
  Fill fill;
  Rect rect;
  float radius;
  friend bool operator==(const Panel&, const Panel&) = default;
};

enum class Shape { kArrowDown, kChevron, kPerson, kLine };

struct Mark {
  Shape shape;
  Rect rect;
  Ink ink;
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct Figure {
  Size size;
  std::vector<Panel> panels;  ///< from back to front; marks and texts stand on all of them
  std::vector<Mark> marks;
  std::vector<Text> texts;
  friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace panggil::drawing
