#include "common/drawing/painter.hpp"

#include <GL/gl.h>

#include <SFML/Graphics/Sprite.hpp>
#include <SFML/Graphics/Text.hpp>
#include <SFML/System/String.hpp>
#include <algorithm>
#include <cmath>

#include "common/drawing/shapes.hpp"

namespace panggil::drawing {
namespace {
constexpr float kEdgeOfPulse = 0.009F;  // of the picture's height

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

/// By the height of capital letters and not by what a text happens to contain: a number stands where the last
/// stood.
float baseline(Rect slot, float cap) {
  return slot.y + (slot.height + cap) / 2;
}

struct Line {
  const std::string& text;
  Weight weight;
  float cap;
  Ink ink;
};

/// One stroke of drawing: all of a figure onto one target.
struct Stroke {
  sf::RenderTarget& target;
  const Figure& figure;
  const Paints& paints;

  sf::Color ink(Ink which) const { return to_sfml(paints.palette.colour(which)); }
  /// The screen itself does not move, or its edge would be seen.
  Rect shifted(Rect rect) const {
    return {rect.x + figure.shift_x, rect.y + figure.shift_y, rect.width, rect.height};
  }

  void panel(const Panel& panel, bool is_screen) const {
    const Rect rect = is_screen ? panel.rect : shifted(panel.rect);
    const auto plain = paints.palette.shade(panel.fill);
    if (panel.pulse <= 0) return draw_rounded(target, rect, panel.radius, plain);
    draw_rounded(target, rect, panel.radius, between(plain, paints.palette.shade(Fill::kPulse), panel.pulse));
    auto edge = ink(Ink::kYellow);
    edge.a = static_cast<sf::Uint8>(std::lround(255 * panel.pulse));
    draw_edge(target, rect, panel.radius,
              std::max(kEdgeOfPulse * std::min(figure.size.width, figure.size.height), 2.0F), edge);
  }

  void picture(const Picture& picture) const {
    const auto* texture = paints.textures.of(picture);
    if (texture == nullptr) return;
    const Rect rect = shifted(picture.rect);
    sf::Sprite sprite(*texture);
    const auto size = texture->getSize();
    sprite.setPosition(std::round(rect.x), std::round(rect.y));
    sprite.setScale(rect.width / static_cast<float>(size.x), rect.height / static_cast<float>(size.y));
    target.draw(sprite);
  }

  void mark(const Mark& mark) const {
    const Rect rect = shifted(mark.rect);
    const auto colour = ink(mark.ink);
    const auto inner =
        to_sfml(paints.palette.shade(mark.ink == Ink::kDark ? Fill::kBadge : Fill::kScreen).top);
    switch (mark.shape) {
      case Shape::kArrowDown:
        return draw_arrow_down(target, rect, colour);
      case Shape::kArrowRight:
        return draw_arrow_right(target, rect, colour);
      case Shape::kChevron:
        return draw_chevron(target, rect, colour);
      case Shape::kPerson:
        return draw_person(target, rect, colour);
      case Shape::kLine:
        return draw_box(target, rect, colour);
      case Shape::kWarning:
        return draw_warning(target, rect, colour, inner);
      case Shape::kInformation:
        return draw_information(target, rect, colour, inner);
    }
  }

  void line(const Line& line, float x, float base) const {
    const auto cut = paints.fonts.cut(line.weight, line.cap);
    sf::Text drawn(sf::String::fromUtf8(line.text.begin(), line.text.end()), cut.font, cut.size);
    drawn.setScale(cut.scale * kNarrow, cut.scale);
    drawn.setFillColor(ink(line.ink));
    drawn.setPosition(std::round(x + figure.shift_x),
                      std::round(base + figure.shift_y - static_cast<float>(cut.size) * cut.scale));
    target.draw(drawn);
  }

  void text(const Text& text) const {
    const float width = paints.fonts.width(text.text, paints.fonts.cut(text.weight, text.cap));
    line({text.text, text.weight, text.cap, text.ink}, left_edge(text, width), baseline(text.slot, text.cap));
  }

  /// Of OpenGL, as SFML has no words for it: from the lower left corner of the target, which may be turned.
  void clip(Rect rect) const {
    const auto one = target.mapCoordsToPixel({rect.x, rect.y});
    const auto other = target.mapCoordsToPixel({rect.right(), rect.bottom()});
    const auto height = static_cast<int>(target.getSize().y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(std::min(one.x, other.x), height - std::max(one.y, other.y), std::abs(one.x - other.x),
              std::abs(one.y - other.y));
  }

  void ribbon(const Ribbon& ribbon) const {
    // Characters that are not in the font's texture yet make it grow, by copying, which clipping would cut
    // off.
    paints.fonts.width(ribbon.text, paints.fonts.cut(ribbon.weight, ribbon.cap));
    clip(shifted(ribbon.rect));
    const float base = baseline(ribbon.rect, ribbon.cap);
    const float copies = std::ceil((ribbon.rect.width + ribbon.run) / std::max(ribbon.length, 1.0F));
    for (int copy = 0; copy < static_cast<int>(copies); ++copy)
      line({ribbon.text, ribbon.weight, ribbon.cap, ribbon.ink},
           ribbon.rect.x - ribbon.run + static_cast<float>(copy) * ribbon.length, base);
    glDisable(GL_SCISSOR_TEST);
  }

  void all() const {
    target.clear();
    for (const auto& one : figure.panels) panel(one, &one == figure.panels.data());
    for (const auto& one : figure.pictures) picture(one);
    for (const auto& one : figure.marks) mark(one);
    for (const auto& one : figure.texts) text(one);
    if (figure.ribbon && figure.ribbon->length > 0) ribbon(*figure.ribbon);
  }
};
}  // namespace

void paint(sf::RenderTarget& target, const Figure& figure, const Paints& paints) {
  Stroke{target, figure, paints}.all();
}

}  // namespace panggil::drawing
