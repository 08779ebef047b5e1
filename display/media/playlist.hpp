/// \file
/// What is shown when nothing else is: pictures in an order, each for a while, on some days, at some hours.
#pragma once

#include <bitset>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "common/settings/yaml_reader.hpp"

namespace panggil::display {

struct MediaItem {
  std::filesystem::path file;
  std::chrono::seconds duration{12};
  std::optional<std::chrono::sys_days> first, last;  ///< both included
  std::bitset<7> days{0x7F};                         ///< 0: Sunday
  std::chrono::minutes from{0};
  std::chrono::minutes to{24 * 60};  ///< before `from`: of the day after

  bool is_always() const {
    return !first && !last && days.all() && from.count() == 0 && to.count() == 24 * 60;
  }
  bool is_video() const;
  friend bool operator==(const MediaItem&, const MediaItem&) = default;
};

/// By the office's clock. While nobody knows the time only what is always to be shown.
bool is_valid(const MediaItem& item, const std::optional<Stamp>& time);

/// The next one after `after` that is valid; from the beginning where that is the last. Nothing: none is.
std::optional<std::size_t> next_valid(const std::vector<MediaItem>& items, std::optional<std::size_t> after,
                                      const std::optional<Stamp>& time);

/// Of `playlist.yaml` in that folder; without one, all pictures and videos of the folder by their names.
/// Files that are not there stay in it: they are unreadable then. \throws settings::BadSettings,
/// std::runtime_error
std::vector<MediaItem> load_playlist(const std::filesystem::path& folder);

/// The text of a `playlist.yaml`; faults are in the document's problems.
std::vector<MediaItem> read_playlist(const settings::Document& document, const std::filesystem::path& folder);

}  // namespace panggil::display
