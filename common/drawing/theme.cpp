#include "common/drawing/theme.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::drawing {
namespace {
double linear(std::uint8_t channel) {
  const double part = channel / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}
}  // namespace

Colour colour(Ink ink) {
  switch (ink) {
    case Ink::kWhite:
      return {255, 255, 255};
    case Ink::kYellow:
      return {255, 225, 77};
    case Ink::kQuiet:
      return {192, 216, 244};
    case Ink::kDark:
      return {8, 24, 46};
    case Ink::kLine:
      return {58, 91, 135};
    case Ink::kSoft:
      return {49, 63, 86};
  }
  return {};
}

Shade shade(Fill fill) {
  switch (fill) {
    case Fill::kScreen:
      return {{11, 31, 58}, {7, 20, 40}};
    case Fill::kLive:
      return {{22, 59, 108}, {17, 46, 87}};
    case Fill::kPanel:
      return {{17, 42, 77}, {14, 36, 67}};
    case Fill::kBadge:
      return {{255, 199, 92}, {255, 190, 71}};
    case Fill::kButton:
      return {{33, 74, 130}, {28, 66, 118}};
    case Fill::kPrimary:
      return {{240, 246, 255}, {218, 231, 249}};
    case Fill::kDay:
      return {{232, 238, 246}, {222, 231, 242}};
    case Fill::kSheet:
      return {{255, 255, 255}, {255, 255, 255}};
    case Fill::kFaint:
      return {{214, 222, 232}, {214, 222, 232}};
    case Fill::kDeep:
      return {{18, 72, 142}, {14, 60, 122}};
  }
  return {};
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour one, Colour other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace panggil::drawing
