/// \file
/// A picture as a list of what is in it: pure rectangles, colours and texts, so that what a program shows is
/// tested without a window. A program's layout makes it, the painter draws it and decides nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/drawing/fit.hpp"
#include "common/drawing/geometry.hpp"
#include "common/drawing/pixels.hpp"
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
  float pulse = 0;  ///< 0 to 1: towards Fill::kPulse, and a bright edge
  friend bool operator==(const Panel&, const Panel&) = default;
};

enum class Shape { kArrowDown, kArrowRight, kChevron, kPerson, kLine, kWarning, kInformation };

struct Mark {
  Shape shape;
  Rect rect;
  Ink ink;
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// Fills its rectangle, whatever its own proportions are.
struct Picture {
  std::shared_ptr<const Pixels> pixels;
  Rect rect;
  friend bool operator==(const Picture&, const Picture&) = default;
};

/// A line of text that runs from right to left and begins anew when it has gone by.
struct Ribbon {
  std::string text;
  Rect rect;  ///< what runs out of it is not seen
  float cap;
  float length;  ///< of the text and the gap behind it, in whole pixels
  Weight weight;
  Ink ink;
  Fill on;
  float run = 0;   ///< how far it has run, 0 to `length`, in whole pixels
  float fade = 0;  ///< over so many pixels it comes in sight at one end of `rect`, and goes at the other
  friend bool operator==(const Ribbon&, const Ribbon&) = default;
};

struct Figure {
  Size size;
  std::vector<Panel> panels;  ///< from back to front; marks and texts stand on all of them
  std::vector<Mark> marks;
  std::vector<Text> texts;
  std::vector<Picture> pictures;  ///< on the panels, under marks and texts
  std::optional<Ribbon> ribbon;
  float shift_x = 0;  ///< all of it stands so many whole pixels further to the right, and further down
  float shift_y = 0;
  friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace panggil::drawing
