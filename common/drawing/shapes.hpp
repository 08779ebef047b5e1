/// \file
/// What is drawn without a font: rounded panels, arrows, a person.
#pragma once

#include <SFML/Graphics/Color.hpp>
#include <SFML/Graphics/RenderTarget.hpp>

#include "common/drawing/geometry.hpp"
#include "common/drawing/theme.hpp"

namespace panggil::drawing {

sf::Color to_sfml(Colour colour);
/// 0: the one, 1: the other.
Shade between(const Shade& one, const Shade& other, float part);

void draw_rounded(sf::RenderTarget& target, Rect rect, float radius, Shade shade);
void draw_box(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_arrow_down(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_arrow_right(sf::RenderTarget& target, Rect rect, sf::Color colour);
/// The edge of draw_rounded(), `width` pixels of it, inside.
void draw_edge(sf::RenderTarget& target, Rect rect, float radius, float width, sf::Color colour);
/// A triangle with a bar and a dot in `inner`; a disc with a dot and a bar.
void draw_warning(sf::RenderTarget& target, Rect rect, sf::Color colour, sf::Color inner);
void draw_information(sf::RenderTarget& target, Rect rect, sf::Color colour, sf::Color inner);
void draw_chevron(sf::RenderTarget& target, Rect rect, sf::Color colour);
void draw_person(sf::RenderTarget& target, Rect rect, sf::Color colour);

}  // namespace panggil::drawing
