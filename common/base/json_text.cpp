#include "common/base/json_text.hpp"

#include <algorithm>
#include <optional>

namespace panggil {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byte(char c) {
  return static_cast<unsigned char>(c);
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/// How many bytes the character at the front has; nothing for what is no UTF-8, overlong forms and surrogates
/// included.
std::optional<std::size_t> character(std::string_view text) {
  const unsigned lead = byte(text.front());
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return std::nullopt;
  const unsigned second = byte(text[1]);
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return std::nullopt;
  const auto follows = [](char c) { return (byte(c) & 0xC0U) == 0x80; };
  if (!std::all_of(text.begin() + 2, text.begin() + static_cast<std::ptrdiff_t>(size), follows))
    return std::nullopt;
  return size;
}

void append_escaped(std::string& text, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kShort = "\bb\tt\nn\ff\rr\"\"\\\\";
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (kShort[i] != c) continue;
    text += '\\';
    text += kShort[i + 1];
    return;
  }
  text += "\\u00";
  text += kHex[byte(c) >> 4U];
  text += kHex[byte(c) & 0xFU];
}

bool needs_escape(char c) {
  return byte(c) < ' ' || c == '"' || c == '\\';
}

void append_any(std::string& text, std::string_view rest) {
  while (!rest.empty()) {
    const auto size = character(rest);
    if (!size) {
      text += kReplacement;
    } else if (needs_escape(rest.front())) {
      append_escaped(text, rest.front());
    } else {
      text += rest.substr(0, *size);
    }
    rest.remove_prefix(size.value_or(1));
  }
}

}  // namespace

void JsonText::value(std::string_view text) {
  separate();
  text_ += '"';
  const auto odd = std::find_if_not(text.begin(), text.end(), is_plain);
  text_.append(text.begin(), odd);
  append_any(text_, {odd, text.end()});
  text_ += '"';
}

}  // namespace panggil
