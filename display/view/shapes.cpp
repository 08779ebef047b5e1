#include "display/view/shapes.hpp"

#include <SFML/Graphics/CircleShape.hpp>
#include <SFML/Graphics/ConvexShape.hpp>
#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace panggil::display {
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

/// Corners in parts of the rectangle.
void draw_polygon(sf::RenderTarget& target, Rect rect, sf::Color colour,
                  std::initializer_list<sf::Vector2f> corners) {
  sf::ConvexShape shape(corners.size());
  std::size_t index = 0;
  for (const auto& corner : corners)
    shape.setPoint(index++, {rect.x + corner.x * rect.width, rect.y + corner.y * rect.height});
  shape.setFillColor(colour);
  target.draw(shape);
}
}  // namespace

sf::Color to_sfml(Colour colour) {
  return {colour.red, colour.green, colour.blue};
}

void draw_rounded(sf::RenderTarget& target, Rect rect, float radius, Shade shade) {
  const auto points = outline(rect, radius);
  const auto vertex = [&](sf::Vector2f point) {
    return sf::Vertex(point, at_height(shade, (point.y - rect.y) / rect.height));
  };
  sf::VertexArray fan(sf::TriangleFan);
  fan.append(vertex({rect.x + rect.width / 2, rect.y + rect.height / 2}));
  for (const auto& point : points) fan.append(vertex(point));
  fan.append(vertex(points.front()));
  target.draw(fan);
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

void draw_chevron(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  draw_polygon(target, rect, colour, {{0.2F, 0}, {0.45F, 0}, {0.85F, 0.5F}, {0.6F, 0.5F}});
  draw_polygon(target, rect, colour, {{0.6F, 0.5F}, {0.85F, 0.5F}, {0.45F, 1}, {0.2F, 1}});
}

void draw_person(sf::RenderTarget& target, Rect rect, sf::Color colour) {
  const float head = rect.width * 0.23F;
  sf::CircleShape circle(head, 40);
  circle.setPosition(rect.x + rect.width / 2 - head, rect.y);
  circle.setFillColor(colour);
  target.draw(circle);
  const Rect shoulders{rect.x + rect.width * 0.1F, rect.y + rect.height * 0.54F, rect.width * 0.8F,
                       rect.height * 0.46F};
  sf::ConvexShape body(kStepsOfCorner + 1);
  for (int step = 0; step <= kStepsOfCorner; ++step) {
    const float angle = std::numbers::pi_v<float> * (1 + static_cast<float>(step) / kStepsOfCorner);
    body.setPoint(static_cast<std::size_t>(step),
                  {shoulders.x + shoulders.width * (0.5F + 0.5F * std::cos(angle)),
                   shoulders.bottom() + shoulders.height * std::sin(angle)});
  }
  body.setFillColor(colour);
  target.draw(body);
}

}  // namespace panggil::display
