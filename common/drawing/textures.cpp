#include "common/drawing/textures.hpp"

#include <algorithm>

#include "common/drawing/card_picture.hpp"

namespace panggil::drawing {

bool Textures::hold(const Figure& figure) {
  std::erase_if(held_, [&](const auto& entry) {
    return std::none_of(figure.pictures.begin(), figure.pictures.end(),
                        [&](const Picture& picture) { return picture.pixels.get() == entry.first; });
  });
  bool other_pixels = false;
  for (const auto& picture : figure.pictures) {
    // What draws on the card itself says nothing of it.
    if (picture.pixels && picture.pixels->card) other_pixels = true;
    if (!picture.pixels || picture.pixels->card) continue;
    const auto [entry, added] = held_.try_emplace(picture.pixels.get());
    auto& held = entry->second;
    if (!added && held.version == picture.pixels->version) continue;
    held.pixels = picture.pixels;
    hand_over(held);
    other_pixels = true;
  }
  return other_pixels;
}

void Textures::hand_over(Held& held) {
  const auto& pixels = *held.pixels;
  held.version = pixels.version;
  const bool fits = held.texture.getSize() == sf::Vector2u(pixels.width, pixels.height);
  held.good = fits || held.texture.create(pixels.width, pixels.height);
  if (!held.good) return;
  held.texture.setSmooth(true);
  held.texture.update(pixels.rgba.data());
}

const sf::Texture* Textures::of(const Picture& picture) const {
  if (picture.pixels && picture.pixels->card) return &picture.pixels->card->texture();
  const auto found = held_.find(picture.pixels.get());
  return found != held_.end() && found->second.good ? &found->second.texture : nullptr;
}

}  // namespace panggil::drawing
