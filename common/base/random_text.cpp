#include "common/base/random_text.hpp"

#include <sys/random.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace panggil {

std::string random_text(std::size_t length) {
  // 31 letters: a byte that would favour the first ones is drawn again.
  constexpr std::string_view kAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  constexpr unsigned kFair = 256 - 256 % kAlphabet.size();
  std::string text;
  while (text.size() < length) {
    unsigned char byte = 0;
    if (getrandom(&byte, 1, 0) != 1) throw std::system_error(errno, std::generic_category(), "getrandom");
    if (byte < kFair) text.push_back(kAlphabet[byte % kAlphabet.size()]);
  }
  return text;
}

}  // namespace panggil
