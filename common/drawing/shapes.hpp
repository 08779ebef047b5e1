/// \file
/// What is drawn without a font: rounded panels, arrows, a person.
#pragma once

#include <SFML/Graphics/Color.hpp>
#include <SFML/Graphics/RenderTarget.hpp>

#include "common/drawing/geometry.hpp"
#include "common/drawing/theme.hpp"

namespace panggil::drawing {

sf::Color to_sfml(Colour colour);

void draw_rounded(sf::RenderTarget& target, Rect rect, float radius, Shade shade);
void draw_box(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_arrow_down(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_chevron(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_person(sf::RenderTarget& target, Rect rect, sf::Color colour);

}  // namespace panggil::drawing
