/// \file
/// Places on the scene in pixels, from its upper left corner.
#pragma once

namespace panggil::drawing {

struct Size {
  float width = 0;
  float height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float area() const { return width * height; }
  bool holds(float at_x, float at_y) const {
    return at_x >= x && at_x < right() && at_y >= y && at_y < bottom();
  }
  /// Smaller by so much at every side.
  Rect inset(float by_x, float by_y) const {
    return {x + by_x, y + by_y, width - 2 * by_x, height - 2 * by_y};
  }
  /// The upper `height` pixels, and what is below them.
  Rect top(float upper) const { return {x, y, width, upper}; }
  Rect below(float upper) const { return {x, y + upper, width, height - upper}; }
  /// The `width` pixels at the left, and what is to the right of them.
  Rect left(float part) const { return {x, y, part, height}; }
  Rect right_of(float part) const { return {x + part, y, width - part, height}; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace panggil::drawing
