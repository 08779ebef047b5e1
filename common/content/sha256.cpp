#include "common/content/sha256.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <new>
#include <vector>

namespace panggil::content {
namespace {

constexpr std::size_t kPiece = 256 * 1024;
constexpr std::size_t kDigits = 64;

/// One sum, as it grows.
class Sum {
 public:
  Sum() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  }
  void add(const char* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
  std::string text() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context_.get(), sum.data(), &size);
    std::string text;
    for (unsigned index = 0; index < size; ++index) {
      constexpr std::string_view kHex = "0123456789abcdef";
      text += kHex[sum[index] >> 4U];
      text += kHex[sum[index] & 0xFU];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256_of(std::string_view bytes) {
  Sum sum;
  sum.add(bytes.data(), bytes.size());
  return sum.text();
}

Result<std::string, std::string> sha256_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(file.string() + " cannot be read: " + std::strerror(errno));
  Sum sum;
  std::vector<char> piece(kPiece);
  while (stream.read(piece.data(), kPiece) || stream.gcount() > 0)
    sum.add(piece.data(), static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) return fail(file.string() + " cannot be read to its end: " + std::strerror(errno));
  return sum.text();
}

bool is_sha256(std::string_view text) {
  return text.size() == kDigits && std::ranges::all_of(text, [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
         });
}

}  // namespace panggil::content
