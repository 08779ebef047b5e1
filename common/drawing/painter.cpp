#include "common/drawing/painter.hpp"

#include <GL/gl.h>

#include <SFML/Graphics/Sprite.hpp>
#include <SFML/Graphics/Text.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <SFML/System/String.hpp>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "common/drawing/changes.hpp"
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

bool covers(Rect rect, Rect part) {
  return rect.x <= part.x && rect.y <= part.y && rect.right() >= part.right() &&
         rect.bottom() >= part.bottom();
}

/// Of two that overlap.
Rect common(Rect one, Rect other) {
  const float x = std::max(one.x, other.x);
  const float y = std::max(one.y, other.y);
  return {x, y, std::min(one.right(), other.right()) - x, std::min(one.bottom(), other.bottom()) - y};
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
  std::optional<Rect> part;  ///< nothing: all of it

  sf::Color ink(Ink which) const { return to_sfml(paints.palette.colour(which)); }
  /// The screen itself does not move, or its edge would be seen.
  Rect shifted(Rect rect) const { return drawing::shifted(figure, rect); }
  bool is_drawn(Rect shifted) const { return !part || overlap(shifted.inset(-2, -2), *part); }
  bool is_drawn(const Text& text) const { return is_drawn(shifted(ink_of(text))); }

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

  sf::Text set(const Line& line, const Fonts::Cut& cut) const {
    sf::Text drawn(sf::String::fromUtf8(line.text.begin(), line.text.end()), cut.font, cut.size);
    drawn.setScale(cut.scale * kNarrow, cut.scale);
    return drawn;
  }

  void line(const Line& line, float x, float base) const {
    const auto cut = paints.fonts.cut(line.weight, line.cap);
    auto drawn = set(line, cut);
    drawn.setFillColor(ink(line.ink));
    drawn.setPosition(std::round(x + figure.shift_x),
                      std::round(base + figure.shift_y - static_cast<float>(cut.size) * cut.scale));
    target.draw(drawn);
  }

  void text(const Text& text) const {
    const float width = paints.fonts.width(text.text, paints.fonts.cut(text.weight, text.cap));
    line({text.text, text.weight, text.cap, text.ink}, left_edge(text, width), baseline(text.slot, text.cap));
  }

  /// Of OpenGL, as SFML has no words for it.
  void clip(Rect rect) const {
    const auto pixels = pixels_of(target, rect);
    glEnable(GL_SCISSOR_TEST);
    glScissor(pixels.x, pixels.y, pixels.width, pixels.height);
  }

  /// Before anything is clipped: characters that are not in the font's texture yet make it grow, by copying,
  /// which clipping would cut off, and with it characters that are there. sf::Text itself knows which it
  /// takes: whatever the text is, an `x` and a space as well.
  void load_characters(const Line& line) const {
    static_cast<void>(set(line, paints.fonts.cut(line.weight, line.cap)).getLocalBounds());
  }

  void load_characters() const {
    for (const auto& one : figure.texts)
      if (part && is_drawn(one)) load_characters({one.text, one.weight, one.cap, one.ink});
    if (const auto& ribbon = figure.ribbon)
      load_characters({ribbon->text, ribbon->weight, ribbon->cap, ribbon->ink});
  }

  /// The colour of a panel at that height; of the screen where there is none.
  sf::Color behind(Fill fill, Rect rect, float y) const {
    const auto shade = paints.palette.shade(fill);
    const auto on = std::find_if(figure.panels.rbegin(), figure.panels.rend(), [&](const Panel& panel) {
      return panel.fill == fill && overlap(panel.rect, rect);
    });
    const Rect whole = on == figure.panels.rend() ? rect : on->rect;
    const float depth = std::clamp((y - whole.y) / std::max(whole.height, 1.0F), 0.0F, 1.0F);
    const auto mixed = [depth](std::uint8_t top, std::uint8_t bottom) {
      return static_cast<sf::Uint8>(std::lround(top + (bottom - top) * depth));
    };
    return {mixed(shade.top.red, shade.bottom.red), mixed(shade.top.green, shade.bottom.green),
            mixed(shade.top.blue, shade.bottom.blue)};
  }

  /// What runs goes out of sight by and by: `outer` is where nothing of it is left, `inner` where all of it
  /// is.
  void fade(const Ribbon& ribbon, float outer, float inner) const {
    // Not as high as to show where the panel has its round corners.
    const Rect rect = shifted(ribbon.rect.inset(0, 0.04F * ribbon.cap));
    sf::VertexArray veil(sf::Quads);
    for (const auto& [x, y] :
         {std::pair{outer, rect.y}, {inner, rect.y}, {inner, rect.bottom()}, {outer, rect.bottom()}}) {
      auto colour = behind(ribbon.on, ribbon.rect, y - figure.shift_y);
      colour.a = x == outer ? 255 : 0;
      veil.append({{x, y}, colour});
    }
    target.draw(veil);
  }

  void ribbon(const Ribbon& ribbon) const {
    const auto rect = shifted(ribbon.rect);
    clip(part ? common(rect, *part) : rect);
    const float base = baseline(ribbon.rect, ribbon.cap);
    const float copies = std::ceil((ribbon.rect.width + ribbon.run) / std::max(ribbon.length, 1.0F));
    for (int copy = 0; copy < static_cast<int>(copies); ++copy)
      line({ribbon.text, ribbon.weight, ribbon.cap, ribbon.ink},
           ribbon.rect.x + ribbon.fade - ribbon.run + static_cast<float>(copy) * ribbon.length, base);
    fade(ribbon, rect.x, rect.x + ribbon.fade);
    fade(ribbon, rect.right(), rect.right() - ribbon.fade);
  }

  /// The rearmost panel that is seen: one may cover the whole part.
  std::size_t first_panel() const {
    std::size_t first = 0;
    if (!part) return first;
    for (std::size_t index = 1; index < figure.panels.size(); ++index) {
      const auto& one = figure.panels[index];
      if (covers(shifted(one.rect).inset(one.radius, 0), *part)) first = index;
    }
    return first;
  }

  void all() const {
    load_characters();
    if (part) {
      clip(*part);
    } else {
      target.clear();
    }
    for (auto index = first_panel(); index < figure.panels.size(); ++index)
      if (const auto& one = figure.panels[index]; is_drawn(shifted(one.rect))) panel(one, index == 0);
    for (const auto& one : figure.pictures) picture(one);
    for (const auto& one : figure.marks)
      if (is_drawn(shifted(one.rect))) mark(one);
    for (const auto& one : figure.texts)
      if (is_drawn(one)) text(one);
    if (figure.ribbon && figure.ribbon->length > 0 && (!part || overlap(shifted(figure.ribbon->rect), *part)))
      ribbon(*figure.ribbon);
    glDisable(GL_SCISSOR_TEST);
  }
};
}  // namespace

void paint(sf::RenderTarget& target, const Figure& figure, const Paints& paints) {
  Stroke{target, figure, paints, {}}.all();
}

void paint_part(sf::RenderTarget& target, const Figure& figure, const Paints& paints, Rect part) {
  Stroke{target, figure, paints, part}.all();
}

Part pixels_of(const sf::RenderTarget& target, Rect part) {
  const auto& view = target.getView();
  const auto port = target.getViewport(view);
  // Not mapCoordsToPixel(), which rounds down what turning has left a hair below the whole pixel.
  const auto pixel = [&](float x, float y) {
    const auto point = view.getTransform().transformPoint(x, y);  // -1 to 1, upwards
    return sf::Vector2i(static_cast<int>(std::lround((point.x + 1) / 2 * static_cast<float>(port.width))),
                        static_cast<int>(std::lround((point.y + 1) / 2 * static_cast<float>(port.height))));
  };
  const auto one = pixel(part.x, part.y);
  const auto other = pixel(part.right(), part.bottom());
  return {std::min(one.x, other.x), std::min(one.y, other.y), std::abs(one.x - other.x),
          std::abs(one.y - other.y)};
}

}  // namespace panggil::drawing
