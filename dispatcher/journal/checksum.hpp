/// \file
/// The checksum of everything the journal keeps: FNV-1a, 64 bits. A changed byte always changes it; it finds
/// what disks, memory and mistaken hands do, and is no defence against somebody who recomputes it.
#pragma once

#include <cstdint>
#include <string_view>

namespace panggil::journal {

class Checksum {
 public:
  Checksum() = default;
  /// Goes on from an earlier value, so that the two become a chain.
  explicit Checksum(std::int64_t before) : state_(static_cast<std::uint64_t>(before)) {}

  /// The length counts as well, so that nothing can move from one field into the next.
  Checksum& add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    for (const char c : text) mix(static_cast<unsigned char>(c));
    return *this;
  }
  Checksum& add(std::int64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
      mix(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift));
    }
    return *this;
  }
  std::int64_t value() const { return static_cast<std::int64_t>(state_); }

 private:
  void mix(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3; }

  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace panggil::journal
