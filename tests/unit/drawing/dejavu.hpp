/// \file
/// How wide the characters of DejaVu Sans are, so that layouts are tested without a font or a window. A test
/// under a real screen holds these figures against the font.
#pragma once

#include <array>
#include <cstddef>

#include "common/drawing/fit.hpp"

namespace panggil::drawing {

/// Advances of the characters 32 to 126 in thousandths of the character size.
using Advances = std::array<int, 95>;

// clang-format off
inline constexpr Advances kBoldAdvances = {
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838};
inline constexpr Advances kBookAdvances = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 631, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 279, 579, 278, 974, 634, 611,
    635, 635, 412, 521, 392, 634, 592, 818, 592, 592, 525, 637, 337, 636, 838};
// clang-format on

inline constexpr float kDejavuCap = 0.729F;  ///< height of capital letters, in character sizes

/// Without kerning, which only ever makes texts narrower. Other characters count as an `m`.
inline Typesetter dejavu(float narrow) {
  return {[narrow](std::string_view text, Weight weight) {
    const auto& advances = weight == Weight::kBold ? kBoldAdvances : kBookAdvances;
    int sum = 0;
    for (const char& character : text) {
      const bool goes_on = (static_cast<unsigned char>(character) & 0xC0U) == 0x80U;
      const bool known = character >= ' ' && character <= '~';
      if (goes_on) continue;
      const bool is_dash = text.substr(static_cast<std::size_t>(&character - text.data())).starts_with("–");
      sum += is_dash ? 500 : advances[static_cast<std::size_t>((known ? character : 'm') - ' ')];
    }
    return static_cast<float>(sum) / 1000 / kDejavuCap * narrow;
  }};
}

}  // namespace panggil::drawing
