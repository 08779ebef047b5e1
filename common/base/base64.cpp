#include "common/base/base64.hpp"

#include <cstddef>

namespace panggil {
namespace {
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t kFour = 4;
}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * kFour);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto byte = [&](std::size_t index) -> unsigned {
      return at + index < bytes.size() ? static_cast<unsigned char>(bytes[at + index]) : 0U;
    };
    const unsigned three = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (unsigned sextet = 0; sextet < kFour; ++sextet)
      text += at + sextet > bytes.size() ? '=' : kLetters[three >> (18 - 6 * sextet) & 0x3FU];
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % kFour != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  const auto letters = text.substr(0, text.size() - padding);
  std::string bytes;
  bytes.reserve(text.size() / kFour * 3);
  unsigned held = 0;
  unsigned bits = 0;
  for (const char letter : letters) {
    const auto value = kLetters.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    held = held << 6U | static_cast<unsigned>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

}  // namespace panggil
