/// \file
/// A picture in black and white, as a ticket printer burns it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/drawing/plate.hpp"

namespace panggil::kiosk {

class Bitmap {
 public:
  Bitmap(unsigned width, unsigned height)
      : width_(width), height_(height), black_(std::size_t{width} * height) {}
  /// What is darker than in the middle is black.
  explicit Bitmap(const drawing::Grey& grey);

  unsigned width() const { return width_; }
  unsigned height() const { return height_; }
  bool black(unsigned x, unsigned y) const { return black_[std::size_t{y} * width_ + x]; }
  void blacken(unsigned x, unsigned y) { black_[std::size_t{y} * width_ + x] = true; }

 private:
  unsigned width_;
  unsigned height_;
  std::vector<bool> black_;
};

/// Draws the QR code of a text as large as goes into the square, with the margin that readers need. Nothing
/// where the square is too small to be read from. \throws std::runtime_error for a text that is too long
void draw_qr(Bitmap& bitmap, const std::string& text, unsigned left, unsigned top, unsigned side);

}  // namespace panggil::kiosk
