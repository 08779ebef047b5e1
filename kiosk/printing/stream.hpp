/// \file
/// Bytes to and from a printer with a deadline for everything: what a device file and a TCP connection have
/// in common.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace panggil::kiosk {

using SteadyTime = std::chrono::steady_clock::time_point;

/// An open way to a printer; closed with it.
class Stream {
 public:
  /// Nothing, and `trouble` says why, when it is not there.
  static std::optional<Stream> open_device(const std::filesystem::path& device, std::string& trouble);
  static std::optional<Stream> connect(const std::string& host, std::uint16_t port, SteadyTime until,
                                       std::string& trouble);
  Stream(Stream&& other) noexcept;
  Stream& operator=(Stream&&) = delete;
  ~Stream();

  /// False when not all of it was taken in time.
  bool write(std::string_view data, SteadyTime until);
  /// The next byte; nothing when none comes in time, or none ever will.
  std::optional<std::uint8_t> read(SteadyTime until);

 private:
  explicit Stream(int fd) : fd_(fd) {}
  bool wait(short events, SteadyTime until) const;

  int fd_;
};

}  // namespace panggil::kiosk
