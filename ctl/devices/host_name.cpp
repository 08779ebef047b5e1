#include "ctl/devices/host_name.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <string_view>

namespace panggil::ctl {
namespace {

constexpr std::size_t kLongestName = 253;
constexpr std::size_t kLongestPart = 63;

bool is_address(const std::string& text) {
  in6_addr address{};
  return ::inet_pton(AF_INET, text.c_str(), &address) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What stands between two dots.
bool is_part(std::string_view part) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_';
  };
  return !part.empty() && part.size() <= kLongestPart && part.front() != '-' && part.back() != '-' &&
         std::ranges::all_of(part, may_stand);
}

bool is_name(std::string_view text) {
  if (text.size() > kLongestName) return false;
  for (;;) {
    const auto end = text.find('.');
    const auto part = text.substr(0, end);
    if (!is_part(part)) return false;
    // An address that is none: no name ends in a number.
    if (end == std::string_view::npos) return !std::ranges::all_of(part, is_digit);
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool is_host(const std::string& text) {
  return is_address(text) || is_name(text);
}

}  // namespace panggil::ctl
