/// \file
/// Where everything stands and how large it is: pure rectangles out of a scene and a size, so that it is
/// tested without a window. The painter draws this and decides nothing.
#pragma once

#include <string>
#include <vector>

#include "common/texts/catalogue.hpp"
#include "display/model/scene.hpp"
#include "display/view/fit.hpp"
#include "display/view/geometry.hpp"
#include "display/view/theme.hpp"

namespace panggil::display {

/// Capital letters are so high at 1080 lines, and in proportion at others.
inline constexpr float kLeastLiveCap = 200;
inline constexpr float kRecentCap = 100;
inline constexpr float kReadCap = 48;  ///< nothing that the public must read is smaller

/// What a text is; tests and measurements find it by this.
enum class Part {
  kOffice,
  kLink,
  kClock,
  kTicketWord,
  kTicket,
  kCounterWord,
  kCounter,
  kMessage,
  kSubMessage,
  kNoCalls,
  kRecentTicket,
  kRecentWord,
  kRecentCounter,
  kServiceName,
  kServiceWaiting,
  kServiceEstimate,
};

enum class Align { kLeft, kCentre, kRight };

struct Text {
  Part part;
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

struct Layout {
  Size size;
  Rect live;                  ///< the panel of the live call
  std::vector<Panel> panels;  ///< from back to front; texts and marks stand on all of them
  std::vector<Mark> marks;
  std::vector<Text> texts;
};

/// Pixels of this size that are one at 1080 lines.
float unit(Size size);

Layout layout(const Scene& scene, Size size, const Typesetter& type, const Catalogue& words);

}  // namespace panggil::display
