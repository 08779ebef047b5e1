#include "common/drawing/motion.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::drawing {
namespace {

/// Both of them, in whole pixels.
Rect around(Rect one, Rect other) {
  const float x = std::floor(std::min(one.x, other.x));
  const float y = std::floor(std::min(one.y, other.y));
  return {x, y, std::ceil(std::max(one.right(), other.right())) - x,
          std::ceil(std::max(one.bottom(), other.bottom())) - y};
}

bool differ_in_motion_only(Panel before, const Panel& after) {
  before.pulse = after.pulse;
  return before == after;
}

bool differ_in_motion_only(std::optional<Ribbon> before, const std::optional<Ribbon>& after) {
  if (before && after) before->run = after->run;
  return before == after;
}

bool differ_in_motion_only(const Figure& before, const Figure& after) {
  return before.size == after.size && before.shift_x == after.shift_x && before.shift_y == after.shift_y &&
         before.marks == after.marks && before.texts == after.texts && before.pictures == after.pictures &&
         differ_in_motion_only(before.ribbon, after.ribbon) &&
         std::equal(before.panels.begin(), before.panels.end(), after.panels.begin(), after.panels.end(),
                    [](const Panel& one, const Panel& other) { return differ_in_motion_only(one, other); });
}

}  // namespace

std::optional<Rect> moved_part(const Figure& before, const Figure& after) {
  if (!differ_in_motion_only(before, after)) return std::nullopt;
  std::optional<Rect> part;
  const auto add = [&](Rect rect) { part = around(part.value_or(rect), rect); };
  for (std::size_t index = 0; index < after.panels.size(); ++index)
    if (before.panels[index] != after.panels[index]) add(after.panels[index].rect);
  if (before.ribbon != after.ribbon) add(after.ribbon->rect);
  return part ? std::optional(shifted(after, *part)) : std::nullopt;
}

Rect shifted(const Figure& figure, Rect rect) {
  return {rect.x + figure.shift_x, rect.y + figure.shift_y, rect.width, rect.height};
}

bool overlap(Rect one, Rect other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

}  // namespace panggil::drawing
