/// \file
/// A picture in memory: red, green, blue, opaqueness, eight bits each, row by row from the upper left corner.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.hpp"

namespace panggil::drawing {

class CardPicture;

struct Pixels {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<std::uint8_t> rgba;
  std::shared_ptr<const CardPicture>
      card;                   ///< where it is on the graphics card already; `rgba` is empty then
  std::uint64_t version = 0;  ///< another one where the same object has got other contents
};

/// Small graphics chips have no larger textures.
inline constexpr unsigned kLargestPicture = 4096;

/// PNG, JPEG, BMP, TGA or GIF (its first picture). Wherever it is larger than `width` by `height`, or than a
/// texture may be, it is made smaller, in proportion. Needs no window; may be called on any thread. The error
/// says what is wrong with the file.
Result<Pixels, std::string> load_picture(const std::filesystem::path& file, unsigned width, unsigned height);

/// In proportion, every pixel the mean of those that it stands for.
Pixels made_smaller(const Pixels& picture, unsigned width, unsigned height);

}  // namespace panggil::drawing
