#include "kiosk/printing/bitmap.hpp"

#include <qrencode.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace panggil::kiosk {
namespace {

constexpr unsigned kMargin = 4;  // modules, as the standard wants

void draw_module(Bitmap& bitmap, unsigned left, unsigned top, unsigned side) {
  for (unsigned y = 0; y < side; ++y)
    for (unsigned x = 0; x < side; ++x) bitmap.blacken(left + x, top + y);
}

}  // namespace

Bitmap::Bitmap(const drawing::Grey& grey) : Bitmap(grey.width, grey.height) {
  constexpr int kMiddle = 150;  // thin strokes survive
  for (std::size_t index = 0; index < grey.pixels.size(); ++index)
    black_[index] = grey.pixels[index] < kMiddle;
}

void draw_qr(Bitmap& bitmap, const std::string& text, unsigned left, unsigned top, unsigned side) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code)
    throw std::runtime_error(std::string("no QR code can be made of the ticket: ") + std::strerror(errno));
  const auto modules = static_cast<unsigned>(code->width);
  const unsigned module = side / (modules + 2 * kMargin);
  const unsigned edge = (side - module * modules) / 2;
  for (unsigned row = 0; row < modules; ++row)
    for (unsigned column = 0; column < modules; ++column)
      if ((code->data[row * modules + column] & 1U) != 0)
        draw_module(bitmap, left + edge + column * module, top + edge + row * module, module);
}

}  // namespace panggil::kiosk
