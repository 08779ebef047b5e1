#include "common/drawing/theme.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::drawing {
namespace {
double linear(std::uint8_t channel) {
  const double part = channel / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double light) {
  const double part = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(255 * std::clamp(part, 0.0, 1.0)));
}

// Machado, Oliveira and Fernandes, 2009, for a complete lack of one kind of cone; on linear light.
using Row = std::array<double, 3>;
constexpr std::array<Row, 3> kWithoutRed = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr std::array<Row, 3> kWithoutGreen = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
}  // namespace

Palette::Palette()
    : inks{{{255, 255, 255}, {255, 225, 77}, {192, 216, 244}, {8, 24, 46}, {58, 91, 135}, {49, 63, 86}}},
      fills{{{{11, 31, 58}, {7, 20, 40}},
             {{22, 59, 108}, {17, 46, 87}},
             {{17, 42, 77}, {14, 36, 67}},
             {{255, 199, 92}, {255, 190, 71}},
             {{11, 30, 58}, {8, 23, 46}},
             {{120, 20, 30}, {92, 16, 24}},
             {{33, 74, 130}, {28, 66, 118}},
             {{240, 246, 255}, {218, 231, 249}},
             {{232, 238, 246}, {222, 231, 242}},
             {{255, 255, 255}, {255, 255, 255}},
             {{214, 222, 232}, {214, 222, 232}},
             {{18, 72, 142}, {14, 60, 122}}}} {}

Colour colour(Ink ink) {
  static const Palette kOwn;
  return kOwn.colour(ink);
}

Shade shade(Fill fill) {
  static const Palette kOwn;
  return kOwn.shade(fill);
}

Colour as_seen(Colour colour, Sight sight) {
  if (sight == Sight::kFull) return colour;
  const double grey = luminance(colour);
  const auto row = [&](const Row& part) {
    const double sum =
        part[0] * linear(colour.red) + part[1] * linear(colour.green) + part[2] * linear(colour.blue);
    return encoded(sight == Sight::kGrey ? grey : sum);
  };
  const auto& lack = sight == Sight::kWithoutGreen ? kWithoutGreen : kWithoutRed;
  return {row(lack[0]), row(lack[1]), row(lack[2])};
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour one, Colour other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace panggil::drawing
