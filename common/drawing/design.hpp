/// \file
/// How a program's pictures are designed: for what size of a picture, and in what sizes of letters.
#pragma once

#include <functional>
#include <vector>

#include "common/drawing/geometry.hpp"

namespace panggil::drawing {

/// Heights of capital letters, in the size that a picture was designed for.
struct Ladder {
  std::vector<float> bold;
  std::vector<float> book;
  /// Ticket numbers come in these, and must not wait for their characters to be drawn for the first time.
  std::vector<float> tickets;
};

struct Design {
  std::function<float(Size)> unit;  ///< pixels that are one in the size it was designed for
  Ladder letters;
};

}  // namespace panggil::drawing
