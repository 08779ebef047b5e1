/// \file
/// Pictures and videos for a device: `…/device/{client}/content`, and the manifest that it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace panggil::protocol {

/// `…/device/{client}/content`: which pictures and videos it is to have. Null: those of its own.
struct ContentAnnouncement {
  std::optional<std::string> manifest;  ///< `http://…/manifest.json`
  std::optional<std::string> sha256;    ///< of that file
  friend bool operator==(const ContentAnnouncement&, const ContentAnnouncement&) = default;
};

struct ContentFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
  friend bool operator==(const ContentFile&, const ContentFile&) = default;
};

/// `manifest.json`, beside the files that it names.
struct ContentManifest {
  std::vector<ContentFile> files;
  friend bool operator==(const ContentManifest&, const ContentManifest&) = default;
};

}  // namespace panggil::protocol
