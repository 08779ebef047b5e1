/// \file
/// A picture on the graphics card that others' OpenGL draws into, a video player's for instance. The thread
/// that has the window only, and while there is one.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace sf {
class Texture;
}

namespace panggil::drawing {

class CardPicture {
 public:
  /// \throws std::runtime_error where the graphics card cannot do it
  CardPicture(unsigned width, unsigned height);
  ~CardPicture();
  CardPicture(const CardPicture&) = delete;
  CardPicture& operator=(const CardPicture&) = delete;

  /// Has `draw` draw into the framebuffer of that number. Whatever it does to OpenGL's state is undone.
  void draw(const std::function<void(int framebuffer)>& draw);
  const sf::Texture& texture() const;

 private:
  struct Card;
  std::unique_ptr<Card> card_;
};

/// A function of OpenGL by its name; null: there is none.
void* gl_function(const char* name);
/// `V3D 4.2`, `llvmpipe (LLVM 15.0.6, 256 bits)`.
std::string graphics_card();
/// The processor does the card's work.
bool is_no_graphics_card(const std::string& name);

}  // namespace panggil::drawing
