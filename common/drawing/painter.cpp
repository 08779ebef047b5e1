#include "common/drawing/painter.hpp"

#include <SFML/Graphics/Text.hpp>
#include <SFML/System/String.hpp>
#include <cmath>

#include "common/drawing/shapes.hpp"

namespace panggil::drawing {
namespace {
float left_edge(const Text& text, float width) {
  switch (text.align) {
    case Align::kLeft:
      return text.slot.x;
    case Align::kRight:
      return text.slot.right() - width;
    case Align::kCentre:
      break;
  }
  return text.slot.x + (text.slot.width - width) / 2;
}

void draw_text(sf::RenderTarget& target, const Text& text, const Fonts& fonts) {
  const auto cut = fonts.cut(text.weight, text.cap);
  sf::Text drawn(sf::String::fromUtf8(text.text.begin(), text.text.end()), cut.font, cut.size);
  drawn.setScale(cut.scale * kNarrow, cut.scale);
  drawn.setFillColor(to_sfml(colour(text.ink)));
  // By the height of capital letters and not by what this text happens to contain: a number stands where the
  // last stood.
  const float baseline = text.slot.y + (text.slot.height + text.cap) / 2;
  const float top = baseline - static_cast<float>(cut.size) * cut.scale;
  drawn.setPosition(std::round(left_edge(text, fonts.width(text.text, cut))), std::round(top));
  target.draw(drawn);
}

void draw_mark(sf::RenderTarget& target, const Mark& mark) {
  const auto ink = to_sfml(colour(mark.ink));
  switch (mark.shape) {
    case Shape::kArrowDown:
      return draw_arrow_down(target, mark.rect, ink);
    case Shape::kChevron:
      return draw_chevron(target, mark.rect, ink);
    case Shape::kPerson:
      return draw_person(target, mark.rect, ink);
    case Shape::kLine:
      return draw_box(target, mark.rect, ink);
  }
}
}  // namespace

void paint(sf::RenderTarget& target, const Figure& figure, const Fonts& fonts) {
  target.clear();
  for (const auto& panel : figure.panels) draw_rounded(target, panel.rect, panel.radius, shade(panel.fill));
  for (const auto& mark : figure.marks) draw_mark(target, mark);
  for (const auto& text : figure.texts) draw_text(target, text, fonts);
}

}  // namespace panggil::drawing
