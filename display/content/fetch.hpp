/// \file
/// One set of pictures and videos: fetched file by file, each checked against the manifest, the manifest
/// against what was announced. Blocks for as long as it takes; for a thread of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/protocol/message/content.hpp"
#include "display/content/http.hpp"
#include "display/content/sets.hpp"

namespace panggil::display {

enum class Verdict {
  kComplete,
  kStopped,  ///< nobody wants it any more
  kWaiting,  ///< another try may do; `what` says what is in the way
  kRefused   ///< it is not what was announced, or too much; `what` says why
};
struct Outcome {
  Verdict verdict;
  std::string what;
};

class Fetch {
 public:
  /// Told `2 of 5 files, 3 of 40 MiB` before each file.
  using Progress = std::function<void(const std::string&)>;

  /// `most`: bytes of a set. All must outlive it.
  Fetch(Sets& sets, Http& http, std::uint64_t most, Progress progress);

  /// Until that set is whole and the one that is played, or until it is clear that it will not be.
  Outcome run(const std::string& manifest_url, const std::string& sha256);

 private:
  Outcome fetch_all(const std::string& url, const std::string& sha256,
                    const protocol::ContentManifest& manifest);
  Outcome fetch_file(const std::string& url, const std::filesystem::path& folder,
                     const protocol::ContentFile& file);
  bool take_from_others(const std::filesystem::path& folder, const protocol::ContentFile& file) const;
  std::uint64_t bytes_missing(const std::filesystem::path& folder,
                              const protocol::ContentManifest& manifest) const;
  void tell(const protocol::ContentManifest& manifest, std::size_t files) const;

  Sets& sets_;
  Http& http_;
  std::uint64_t most_;
  Progress progress_;
  std::string sha256_;  ///< of the set that is fetched
};

}  // namespace panggil::display
