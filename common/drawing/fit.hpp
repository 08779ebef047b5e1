/// \file
/// Texts and the room there is for them: how large, on how many lines.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panggil::drawing {

enum class Weight { kBook, kBold };

/// How wide a text is drawn when its capital letters are one pixel high. UTF-8.
using Measure = std::function<float(std::string_view text, Weight weight)>;

/// How wide it is drawn when they are `cap` pixels high: of small letters, which hinting makes wider or
/// narrower by a twentieth and more. Nothing: large ones are as wide as Measure says.
using MeasureSmall = std::function<std::optional<float>(std::string_view text, Weight weight, float cap)>;

/// A text on several lines.
struct Block {
  std::vector<std::string> lines;
  float cap = 0;
};

struct Typesetter {
  Measure measure;
  MeasureSmall measure_small{};

  /// As drawn; where that is not known to the pixel, with what hinting may add.
  float width(std::string_view text, Weight weight, float cap) const;
  /// `cap`, or less if the text would be wider than `room`.
  float fitting_cap(std::string_view text, Weight weight, float cap, float room) const;
  /// The text, or as much of its beginning as goes into `room`, and an ellipsis.
  std::string shortened(std::string_view text, Weight weight, float cap, float room) const;
  /// On as few lines as will do, at most `most`; if even those are too wide, on `most`, broken as evenly as
  /// it goes.
  std::vector<std::string> wrapped(std::string_view text, Weight weight, float cap, float room,
                                   std::size_t most) const;
  /// As large as it can be in a room of that size, from `most` down to `least`; where it does not go in even
  /// then, as much of its beginning as does, and an ellipsis. Lines are `pitch` cap heights apart.
  Block block(std::string_view text, Weight weight, float room, float height, float most, float least,
              float pitch) const;
};

}  // namespace panggil::drawing
