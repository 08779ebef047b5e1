/// \file
/// The two weights of one typeface, in few sizes. SFML keeps a texture for every size that is ever asked for
/// and never gives it back, so there is a ladder of sizes, and what lies between is drawn from the next
/// larger one.
#pragma once

#include <SFML/Graphics/Font.hpp>
#include <filesystem>
#include <string_view>
#include <vector>

#include "common/drawing/design.hpp"
#include "common/drawing/fit.hpp"

namespace panggil::drawing {

struct FontFiles {
  std::filesystem::path bold = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf";
  std::filesystem::path book = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
};

/// Needs no OpenGL context.
bool is_font(const std::filesystem::path& file);

/// Characters are drawn a little narrower than they are cut, as the condensed faces of the same family are:
/// more of them go into a line, and digits keep the proportions that are read best from afar (0.7 to 0.9).
inline constexpr float kNarrow = 0.9F;

class Fonts {
 public:
  /// `unit` pixels are one in the size that the ladder was designed for. Needs an OpenGL context.
  /// \throws std::runtime_error naming the file that is no font
  Fonts(const FontFiles& files, const Ladder& ladder, float unit);

  Typesetter typesetter() const;

  /// How capital letters of a height are drawn.
  struct Cut {
    const sf::Font& font;
    unsigned size;  ///< SFML's character size
    float scale;
  };
  Cut cut(Weight weight, float cap) const;
  /// In pixels, as drawn with that cut.
  float width(std::string_view text, const Cut& cut) const;

 private:
  struct Face {
    sf::Font font;
    float cap_of_size = 0;        ///< cap height of a character size of 1
    std::vector<unsigned> sizes;  ///< rising
  };

  const Face& face(Weight weight) const { return weight == Weight::kBold ? bold_ : book_; }
  static void load(Face& face, const std::filesystem::path& file);
  static void prepare(Face& face, const std::vector<float>& caps, float unit);

  Face bold_;
  Face book_;
};

}  // namespace panggil::drawing
