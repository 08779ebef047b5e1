/// \file
/// Sounds on disk, so that each is made once. What was cut short or has changed there is made anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "display/sound/samples.hpp"

namespace panggil::sound {

/// One that can be played.
struct Clip {
  std::filesystem::path file;  ///< a WAV file of ours
  Micros length = 0;
};

class ClipCache {
 public:
  static constexpr std::uintmax_t kMostBytes = 64U << 20U;

  /// Makes the folder. \throws std::system_error when it cannot be made or written into.
  explicit ClipCache(std::filesystem::path folder, std::uintmax_t most_bytes = kMostBytes);

  using Make = std::function<Result<Samples, std::string>()>;
  /// The clip of that key, which says everything that its sound depends on; made by `make` if it is not there
  /// whole. The longest unused ones go when there is too much. Without an answer: what `make` said.
  /// \throws std::system_error when it cannot be written.
  Result<Clip, std::string> get(std::string_view key, const Make& make);

 private:
  std::filesystem::path file_of(std::string_view key) const;
  void store(const std::filesystem::path& file, std::string_view bytes) const;
  void make_room(const std::filesystem::path& for_this) const;

  std::filesystem::path folder_;
  std::uintmax_t most_bytes_;
};

/// The first of these that can be written into: the one named; the service's own, as systemd tells it; the
/// user's; one in /tmp that nobody else may open. \throws std::system_error for a named one that cannot be.
std::filesystem::path cache_folder(const std::filesystem::path& named);

}  // namespace panggil::sound
