#include "common/drawing/changes.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::drawing {
namespace {
/// Above this share of a picture, drawing it in parts spares too little.
constexpr float kMostInParts = 0.6F;
/// Of its capital letters' height: J, Q and commas hang below the line where a slot has no room for it.
constexpr float kHangsMost = 0.35F;
/// Likewise: a J begins to the left of where it is put.
constexpr float kLeansMost = 0.2F;

/// Both of them.
Rect around(Rect one, Rect other) {
  const float x = std::min(one.x, other.x);
  const float y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

Rect in_whole_pixels(Rect rect) {
  const float x = std::floor(rect.x);
  const float y = std::floor(rect.y);
  return {x, y, std::ceil(rect.right()) - x, std::ceil(rect.bottom()) - y};
}

Rect place_of(const Panel& panel) {
  return panel.rect;
}
/// The edge of a slanting line is soft.
Rect place_of(const Mark& mark) {
  return mark.rect.inset(-1, -1);
}
Rect place_of(const Text& text) {
  return ink_of(text);
}

/// Parts of a picture that do not overlap: those that do become one.
class Parts {
 public:
  void add(Rect rect) {
    rect = in_whole_pixels(rect);
    const auto touched = [&] {
      return std::ranges::find_if(parts_, [&](const Rect& part) { return overlap(part, rect); });
    };
    for (auto part = touched(); part != parts_.end(); part = touched()) {
      rect = around(*part, rect);
      parts_.erase(part);
    }
    parts_.push_back(rect);
  }

  float area() const {
    float sum = 0;
    for (const auto& part : parts_) sum += part.area();
    return sum;
  }

  const std::vector<Rect>& parts() const { return parts_; }

 private:
  std::vector<Rect> parts_;
};

/// What is neither in the beginning that both lists share nor in the end.
template <class Item>
void add_changed(const std::vector<Item>& before, const std::vector<Item>& after, Parts& parts) {
  const auto [one, other] = std::ranges::mismatch(before, after);
  auto last = before.end();
  auto other_last = after.end();
  while (last != one && other_last != other && *(last - 1) == *(other_last - 1)) {
    --last;
    --other_last;
  }
  if (last - one == other_last - other) {
    // One for one: the ones between that are the same stay as they are.
    for (auto item = one, now = other; item != last; ++item, ++now) {
      if (*item == *now) continue;
      parts.add(place_of(*item));
      parts.add(place_of(*now));
    }
    return;
  }
  for (auto item = one; item != last; ++item) parts.add(place_of(*item));
  for (auto item = other; item != other_last; ++item) parts.add(place_of(*item));
}
}  // namespace

std::optional<std::vector<Rect>> changed_parts(const Figure& before, const Figure& after) {
  if (before.size != after.size || before.shift_x != after.shift_x || before.shift_y != after.shift_y ||
      before.pictures != after.pictures)
    return std::nullopt;
  Parts parts;
  add_changed(before.panels, after.panels, parts);
  add_changed(before.marks, after.marks, parts);
  add_changed(before.texts, after.texts, parts);
  if (before.ribbon != after.ribbon)
    for (const auto* ribbon : {&before.ribbon, &after.ribbon})
      if (*ribbon) parts.add((*ribbon)->rect);
  if (parts.area() > kMostInParts * after.size.width * after.size.height) return std::nullopt;
  std::vector<Rect> placed;
  for (const auto& part : parts.parts()) placed.push_back(shifted(after, part));
  return placed;
}

Rect ink_of(const Text& text) {
  const float free = std::max(text.slot.height - text.cap, 0.0F) / 2;
  return text.slot.inset(-2 - kLeansMost * text.cap, -2 - std::max(kHangsMost * text.cap - free, 0.0F));
}

Rect shifted(const Figure& figure, Rect rect) {
  return {rect.x + figure.shift_x, rect.y + figure.shift_y, rect.width, rect.height};
}

bool overlap(Rect one, Rect other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

}  // namespace panggil::drawing
