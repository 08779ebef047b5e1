#include "common/drawing/fonts.hpp"

#include <SFML/System/String.hpp>
#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include "common/drawing/sfml_log.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::drawing {
namespace {
// A larger one would need a texture that a small graphics chip does not have.
constexpr unsigned kLargestSize = 448;
constexpr unsigned kMeasured = 100;
constexpr unsigned kLargestHinted = 32;  // above it a pixel more or less a letter is nothing
constexpr std::string_view kOfTickets = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

sf::String utf8(std::string_view text) {
  return sf::String::fromUtf8(text.begin(), text.end());
}

/// As sf::Text will set it.
float advance(const sf::Font& font, const sf::String& text, unsigned size) {
  float sum = 0;
  sf::Uint32 before = 0;
  for (const auto character : text) {
    if (before != 0) sum += font.getKerning(before, character, size);
    sum += font.getGlyph(character, size, false).advance;
    before = character;
  }
  return sum;
}
}  // namespace

bool is_font(const std::filesystem::path& file) {
  log_what_sfml_says();
  return sf::Font().loadFromFile(file.string());
}

Fonts::Fonts(const FontFiles& files, const Ladder& ladder, float unit) {
  load(bold_, files.bold);
  load(book_, files.book);
  prepare(bold_, ladder.bold, unit);
  prepare(book_, ladder.book, unit);
  for (const auto cap : ladder.tickets)
    advance(bold_.font, utf8(kOfTickets), cut(Weight::kBold, cap * unit).size);
}

void Fonts::load(Face& face, const std::filesystem::path& file) {
  if (!face.font.loadFromFile(file.string()))
    throw std::runtime_error(spoken_text("window.no_font", {{"file", file.string()}}));
}

void Fonts::prepare(Face& face, const std::vector<float>& caps, float unit) {
  face.cap_of_size = -face.font.getGlyph('H', kMeasured, false).bounds.top / static_cast<float>(kMeasured);
  for (const auto cap : caps) {
    const auto size = static_cast<unsigned>(std::lround(cap * unit / face.cap_of_size));
    face.sizes.push_back(std::clamp(size, 8U, kLargestSize));
  }
  std::sort(face.sizes.begin(), face.sizes.end());
}

Fonts::Cut Fonts::cut(Weight weight, float cap) const {
  const Face& of = face(weight);
  const float wanted = cap / of.cap_of_size;
  const auto next = std::lower_bound(of.sizes.begin(), of.sizes.end(), static_cast<unsigned>(wanted));
  const unsigned size = next == of.sizes.end() ? of.sizes.back() : *next;
  return {of.font, size, wanted / static_cast<float>(size)};
}

float Fonts::width(std::string_view text, const Cut& cut) const {
  return advance(cut.font, utf8(text), cut.size) * cut.scale * kNarrow;
}

Typesetter Fonts::typesetter() const {
  // The smallest size measures for all large ones, whose every letter needs room in a texture: widths are
  // proportional but for hinting, which Typesetter allows for.
  const auto measure = [this](std::string_view text, Weight weight) {
    const unsigned size = face(weight).sizes.front();
    const float cap = static_cast<float>(size) * face(weight).cap_of_size;
    return advance(face(weight).font, utf8(text), size) * kNarrow / cap;
  };
  const auto measure_small = [this](std::string_view text, Weight weight, float cap) -> std::optional<float> {
    const auto by = cut(weight, cap);
    return by.size <= kLargestHinted ? std::optional(width(text, by)) : std::nullopt;
  };
  return {measure, measure_small};
}

}  // namespace panggil::drawing
