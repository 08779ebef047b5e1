#include "common/drawing/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace panggil::drawing {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;
// Machado, Oliveira and Fernandes, 2009, for a complete lack of one kind of cone; on linear light.
constexpr Matrix kProtanopia = {{{0.152286, 1.052583, -0.204868},  //
                                 {0.114503, 0.786281, 0.099216},
                                 {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia = {{{0.367322, 0.860646, -0.227968},  //
                                   {0.280085, 0.672501, 0.047413},
                                   {-0.011820, 0.042940, 0.968881}}};

Colour as_seen_with(const Matrix& lack, Colour colour) {
  const auto linear = [](std::uint8_t channel) { return std::pow(channel / 255.0, 2.2); };
  const auto channel = [&](const std::array<double, 3>& row) {
    const double sum =
        row[0] * linear(colour.red) + row[1] * linear(colour.green) + row[2] * linear(colour.blue);
    return static_cast<std::uint8_t>(std::lround(255 * std::pow(std::clamp(sum, 0.0, 1.0), 1 / 2.2)));
  };
  return {channel(lack[0]), channel(lack[1]), channel(lack[2])};
}

TEST(TheTheme, ComputesContrastAsWcagDoes) {
  EXPECT_DOUBLE_EQ(contrast({255, 255, 255}, {0, 0, 0}), 21);
  EXPECT_DOUBLE_EQ(contrast({9, 9, 9}, {9, 9, 9}), 1);
  EXPECT_NEAR(contrast({118, 118, 118}, {255, 255, 255}), 4.54, 0.01);
  EXPECT_NEAR(contrast({11, 31, 58}, {240, 228, 66}), 12.5, 0.1);
}

TEST(TheTheme, StaysReadableForThoseWhoDoNotSeeRedOrGreen) {
  for (const auto& lack : {kProtanopia, kDeuteranopia}) {
    for (const auto ink : {Ink::kWhite, Ink::kYellow, Ink::kQuiet}) {
      for (const auto fill : {Fill::kScreen, Fill::kLive, Fill::kPanel})
        EXPECT_GE(contrast(as_seen_with(lack, colour(ink)), as_seen_with(lack, shade(fill).top)), 4.5);
    }
    EXPECT_GE(
        contrast(as_seen_with(lack, colour(Ink::kDark)), as_seen_with(lack, shade(Fill::kBadge).bottom)),
        4.5);
  }
}

TEST(TheTheme, HasNoSaturatedRed) {
  for (const auto fill : {Fill::kScreen, Fill::kLive, Fill::kPanel, Fill::kBadge}) {
    for (const auto& one : {shade(fill).top, shade(fill).bottom}) {
      const int sum = one.red + one.green + one.blue;
      EXPECT_LT(one.red, 0.8 * sum);
    }
  }
}

}  // namespace
}  // namespace panggil::drawing
