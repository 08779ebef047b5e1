#include "common/drawing/sheet.hpp"

#include <algorithm>
#include <utility>

namespace panggil::drawing {

void Sheet::put(std::string_view part, std::string text, Rect slot, float cap, Align align, Weight weight,
                Ink ink, Fill on) const {
  const float fitting = type.fitting_cap(text, weight, cap, slot.width);
  out.texts.push_back({part, std::move(text), slot, fitting, align, weight, ink, on});
}

void Sheet::put_shortened(std::string_view part, std::string text, Rect slot, float cap, float least,
                          Align align, Weight weight, Ink ink, Fill on) const {
  text = type.shortened(text, weight, least, slot.width);
  put(part, std::move(text), slot, cap, align, weight, ink, on);
}

void Sheet::separate(Rect inner, float y) const {
  const float height = std::max(1.0F, px(2));
  mark(Shape::kLine, {inner.x, y - height / 2, inner.width, height}, Ink::kLine);
}

}  // namespace panggil::drawing
