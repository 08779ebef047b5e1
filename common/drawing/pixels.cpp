#include "common/drawing/pixels.hpp"

#include <SFML/Graphics/Image.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

namespace panggil::drawing {
namespace {
// A file of a few kilobytes may claim to be any size; this much a small machine has.
constexpr std::uint64_t kMostPixels = 100'000'000;

/// From which of `of` pixels the one at `index` of `to` is made.
struct Span {
  unsigned from;
  unsigned to;
};
Span span_of(unsigned index, unsigned of, unsigned to) {
  const auto at = [&](std::uint64_t edge) { return static_cast<unsigned>(edge * of / to); };
  return {at(index), std::max(at(index + 1ULL), at(index) + 1)};
}

void mean_of(const Pixels& picture, Span columns, Span rows, std::uint8_t* out) {
  std::array<std::uint64_t, 4> sum{};
  for (unsigned y = rows.from; y < rows.to; ++y) {
    const std::uint8_t* pixel = &picture.rgba[4 * (std::size_t{y} * picture.width + columns.from)];
    for (unsigned x = columns.from; x < columns.to; ++x)
      for (auto& channel : sum) channel += *pixel++;
  }
  const std::uint64_t count = std::uint64_t{columns.to - columns.from} * (rows.to - rows.from);
  for (const auto channel : sum) *out++ = static_cast<std::uint8_t>((channel + count / 2) / count);
}

std::string what_is_wrong(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return file.string() + " cannot be read";
  return file.string() + " is no picture that can be read; PNG and JPEG can";
}
}  // namespace

Pixels made_smaller(const Pixels& picture, unsigned width, unsigned height) {
  const double scale = std::min(
      {1.0, static_cast<double>(width) / picture.width, static_cast<double>(height) / picture.height});
  const auto scaled = [scale](unsigned length) {
    return std::max(1U, static_cast<unsigned>(std::lround(length * scale)));
  };
  if (scale >= 1) return picture;
  Pixels small{.width = scaled(picture.width), .height = scaled(picture.height)};
  small.rgba.resize(std::size_t{4} * small.width * small.height);
  auto* out = small.rgba.data();
  for (unsigned y = 0; y < small.height; ++y)
    for (unsigned x = 0; x < small.width; ++x, out += 4)
      mean_of(picture, span_of(x, picture.width, small.width), span_of(y, picture.height, small.height), out);
  return small;
}

Result<Pixels, std::string> load_picture(const std::filesystem::path& file, unsigned width, unsigned height) {
  sf::Image image;
  if (!image.loadFromFile(file.string())) return fail(what_is_wrong(file));
  const auto size = image.getSize();
  if (size.x == 0 || size.y == 0 || std::uint64_t{size.x} * size.y > kMostPixels)
    return fail(file.string() + ": a picture of " + std::to_string(size.x) + " by " + std::to_string(size.y) +
                " pixels cannot be shown");
  Pixels whole{.width = size.x, .height = size.y};
  whole.rgba.assign(image.getPixelsPtr(), image.getPixelsPtr() + std::size_t{4} * size.x * size.y);
  return made_smaller(whole, std::min(width, kLargestPicture), std::min(height, kLargestPicture));
}

}  // namespace panggil::drawing
