/// \file
/// The pictures of a figure on the graphics card: each handed over once, and given back when no figure has it
/// any more. The thread that has the window only.
#pragma once

#include <SFML/Graphics/Texture.hpp>
#include <cstdint>
#include <map>
#include <memory>

#include "common/drawing/figure.hpp"

namespace panggil::drawing {

class Textures {
 public:
  /// Those of this figure are there, others no longer. True if one has got other pixels.
  bool hold(const Figure& figure);
  /// Of a picture of the figure that is held; null where the graphics card would not take it.
  const sf::Texture* of(const Picture& picture) const;

 private:
  struct Held {
    std::shared_ptr<const Pixels> pixels;
    std::uint64_t version;
    sf::Texture texture;
    bool good = false;
  };
  static void hand_over(Held& held);

  std::map<const Pixels*, Held> held_;
};

}  // namespace panggil::drawing
