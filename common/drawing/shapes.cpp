#include "common/drawing/shapes.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>
#include <vector>

namespace panggil::drawing {
namespace {
constexpr int kStepsOfCorner = 16;

std::uint8_t between(std::uint8_t from, std::uint8_t to, float part) {
  return static_cast<std::uint8_t>(
      std::lround(static_cast<float>(from) + static_cast<float>(to - from) * part));
}

sf::Color at_height(const Shade& shade, float part) {
  return {between(shade.top.red, shade.bottom.red, part), between(shade.top.green, shade.bottom.green, part),
          between(shade.top.blue, shade.bottom.blue, part)};
}

/// Around the rectangle, clockwise from its upper left corner.
std::vector<sf::Vector2f> outline(Rect rect, float radius) {
  const float r = std::min({radius, rect.width / 2, rect.height / 2});
  const std::array<sf::Vector2f, 4> centres = {sf::Vector2f{rect.x + r, rect.y + r},
                                               {rect.right() - r, rect.y + r},
                                               {rect.right() - r, rect.bottom() - r},
                                               {rect.x + r, rect.bottom() - r}};
  std::vector<sf::Vector2f> points;
  for (std::size_t corner = 0; corner < centres.size(); ++corner) {
    for (int step = 0; step <= kStepsOfCorner; ++step) {
      const float quarter = static_cast<float>(corner) + 2 + static_cast<float>(step) / kStepsOfCorner;
      const float angle = quarter * std::numbers::pi_v<float> / 2;
      points.push_back(centres[corner] + sf::Vector2f{r * std::cos(angle), r * std::sin(angle)});
    }
  }
  return points;
}

/// Outwards at the middle one of three corners that follow each other clockwise, long enough to move both
/// edges by one.
sf::Vector2f outwards(sf::Vector2f before, sf::Vector2f corner, sf::Vector2f after) {
  const auto normal = [](sf::Vector2f from, sf::Vector2f to) {
    const auto along = to - from;
    const float length = std::max(std::hypot(along.x, along.y), 0.001F);
    return sf::Vector2f{along.y / length, -along.x / length};
  };
  const auto sum = normal(before, corner) + normal(corner, after);
  const float square = std::max(sum.x * sum.x + sum.y * sum.y, 0.5F);
  return sum * (2 / square);
}

using ColourAt = std::function<sf::Color(sf::Vector2f)>;

/// A convex figure, its corners clockwise, without anything outside its outline but a soft edge one pixel
/// wide: cheaper than having every pixel of the screen sampled several times, and the same on every graphics
/// chip. It is filled from the edge after the corner `top` downwards, left and right by turns: where those
/// are equally high, so is every colour between them.
void draw_convex(sf::RenderTarget& target, const std::vector<sf::Vector2f>& corners,
                 const ColourAt& colour_at, std::size_t top = 0) {
  std::vector<sf::Vertex> fill;
  sf::VertexArray edge(sf::TriangleStrip);
  for (std::size_t index = 0; index <= corners.size(); ++index) {
    const auto corner = corners[index % corners.size()];
    const auto half = outwards(corners[(index + corners.size() - 1) % corners.size()], corner,
                               corners[(index + 1) % corners.size()]) /
                      2.0F;
    const auto colour = colour_at(corner);
    fill.emplace_back(corner - half, colour);
    edge.append({corner - half, colour});
    edge.append({corner + half, {colour.r, colour.g, colour.b, 0}});
  }
  sf::VertexArray inside(sf::TriangleStrip);
  for (std::size_t step = 0; 2 * step < corners.size(); ++step) {
    inside.append(fill[(top + corners.size() - step) % corners.size()]);
    inside.append(fill[(top + 1 + step) % corners.size()]);
  }
  target.draw(inside);
  target.draw(edge);
}

/// Corners in parts of the rectangle.
void draw_polygon(sf::RenderTarget& target, Rect rect, sf::Color colour, std::vector<sf::Vector2f> corners) {
  for (auto& corner : corners) corner = {rect.x + corner.x * rect.width, rect.y + corner.y * rect.height};
  draw_convex(target, corners, [colour](sf::Vector2f) { return colour; });
}
}  // namespace

sf::Color to_sfml(Colour colour) {
  return {colour.red, colour.green, colour.blue};
}

Shade between(const Shade& one, const Shade& other, float part) {
  const auto mix = [part](Colour from, Colour to) {
    return Colour{between(from.red, to.red, part), between(from.green, to.green, part),
                  between(from.blue, to.blue, part)};
  };
  return {mix(one.top, other.top), mix(one.bottom, other.bottom)};
}

void draw_rounded(sf::RenderTarget& target, Rect rect, float radius, Shade shade) {
  draw_convex(
      target, outline(rect, radius),
      [&](sf::Vector2f point) { return at_height(shade, (point.y - rect.y) / rect.height); }, kStepsOfCorner);
}

void draw_box(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  sf::RectangleShape box({rect.width, rect.height});
  box.setPosition(rect.x, rect.y);
  box.setFillColor(colour);
  target.draw(box);
}

void draw_arrow_down(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  draw_polygon(target, rect, colour, {{0.38F, 0}, {0.62F, 0}, {0.62F, 0.55F}, {0.38F, 0.55F}});
  draw_polygon(target, rect, colour, {{0.08F, 0.5F}, {0.92F, 0.5F}, {0.5F, 1}});
}

void draw_arrow_right(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  draw_polygon(target, rect, colour, {{0, 0.38F}, {0.55F, 0.38F}, {0.55F, 0.62F}, {0, 0.62F}});
  draw_polygon(target, rect, colour, {{0.5F, 0.08F}, {1, 0.5F}, {0.5F, 0.92F}});
}

void draw_edge(sf::RenderTarget& target, Rect rect, float radius, float width, sf::Color colour) {
  const auto outer = outline(rect, radius);
  const auto inner = outline(rect.inset(width, width), std::max(radius - width, 0.0F));
  sf::VertexArray edge(sf::TriangleStrip);
  for (std::size_t index = 0; index <= outer.size(); ++index) {
    edge.append({outer[index % outer.size()], colour});
    edge.append({inner[index % inner.size()], colour});
  }
  target.draw(edge);
}

void draw_warning(sf::RenderTarget& target, Rect rect, sf::Color colour, sf::Color inner) {
  draw_polygon(target, rect, colour, {{0.5F, 0.02F}, {1, 0.94F}, {0, 0.94F}});
  draw_polygon(target, rect, inner, {{0.44F, 0.34F}, {0.56F, 0.34F}, {0.535F, 0.66F}, {0.465F, 0.66F}});
  const float dot = rect.width * 0.12F;
  draw_rounded(target, {rect.x + (rect.width - dot) / 2, rect.y + rect.height * 0.73F, dot, dot}, dot / 2,
               {{inner.r, inner.g, inner.b}, {inner.r, inner.g, inner.b}});
}

void draw_information(sf::RenderTarget& target, Rect rect, sf::Color colour, sf::Color inner) {
  const Shade flat{{inner.r, inner.g, inner.b}, {inner.r, inner.g, inner.b}};
  draw_rounded(target, rect, rect.width / 2,
               {{colour.r, colour.g, colour.b}, {colour.r, colour.g, colour.b}});
  const float dot = rect.width * 0.16F;
  const float x = rect.x + (rect.width - dot) / 2;
  draw_rounded(target, {x, rect.y + rect.height * 0.2F, dot, dot}, dot / 2, flat);
  draw_rounded(target, {x, rect.y + rect.height * 0.43F, dot, rect.height * 0.37F}, dot / 4, flat);
}

void draw_chevron(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  draw_polygon(target, rect, colour, {{0.2F, 0}, {0.45F, 0}, {0.85F, 0.5F}, {0.6F, 0.5F}});
  draw_polygon(target, rect, colour, {{0.6F, 0.5F}, {0.85F, 0.5F}, {0.45F, 1}, {0.2F, 1}});
}

void draw_person(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  const float head = rect.width * 0.46F;
  const Rect round{rect.x + (rect.width - head) / 2, rect.y, head, head};
  draw_convex(target, outline(round, head / 2), [colour](sf::Vector2f) { return colour; });
  const Rect shoulders{rect.x + rect.width * 0.1F, rect.y + rect.height * 0.54F, rect.width * 0.8F,
                       rect.height * 0.46F};
  std::vector<sf::Vector2f> body;
  for (int step = 0; step <= kStepsOfCorner; ++step) {
    const float angle = std::numbers::pi_v<float> * (1 + static_cast<float>(step) / kStepsOfCorner);
    body.emplace_back(shoulders.x + shoulders.width * (0.5F + 0.5F * std::cos(angle)),
                      shoulders.bottom() + shoulders.height * std::sin(angle));
  }
  draw_convex(target, body, [colour](sf::Vector2f) { return colour; });
}

}  // namespace panggil::drawing
