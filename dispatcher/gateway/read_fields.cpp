#include "dispatcher/gateway/read_fields.hpp"

#include <algorithm>

namespace panggil::gateway {

namespace {

std::ptrdiff_t characters(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

/// Control characters, of both kinds, and the two that begin a new line or paragraph.
bool stays_on_its_line(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x20 || byte == 0x7f) return false;
    const auto rest = utf8.substr(i);
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return false;
    // U+0080 to U+009F
    if (byte == 0xc2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xa0) return false;
  }
  return true;
}

}  // namespace

Result<std::string, core::Rejection> read_text(const std::string& text, const char* field,
                                               std::ptrdiff_t most) {
  if (characters(text) > most || !stays_on_its_line(text))
    return fail(bad_request("long", {{"field", field}, {"most", std::to_string(most)}}));
  return text;
}

Result<std::optional<std::string>, core::Rejection> read_name(const std::optional<std::string>& text,
                                                              const char* field) {
  if (!text || text->empty()) return std::optional<std::string>();
  return read_text(*text, field, kLongestName).map([](std::string&& read) {
    return std::optional(std::move(read));
  });
}

}  // namespace panggil::gateway
