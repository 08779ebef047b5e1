/// \file
/// The folder in which fetched sets of pictures and videos lie: the one that is played, and the one that is
/// being fetched. A set gets its own name only when it is whole and on the disk, so that neither a cut line
/// nor a power cut makes half of one play.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace panggil::display {

/// In the folder: `SHA256` a whole set, `SHA256.part` what is there of another, and `now`, a link to the one
/// that is played. All of it throws std::system_error or std::filesystem::filesystem_error.
class Sets {
 public:
  /// Makes the folder.
  explicit Sets(std::filesystem::path folder);

  /// The SHA-256 of the manifest of the set that is played; empty: none.
  std::string now() const;
  std::filesystem::path folder_of(const std::string& sha256) const { return folder_ / sha256; }
  /// A whole one is there, played or not.
  bool has(const std::string& sha256) const;

  /// Where a set is put together, with what was there of it before; others that were begun are given up.
  std::filesystem::path begin(const std::string& sha256);
  /// It is whole now: everything is on the disk, and its name is its own; one that was there under that name
  /// turned out to be broken.
  void complete(const std::string& sha256);
  /// From now on this one is played; the ones before the last are removed.
  void play(const std::string& sha256);
  /// None is played any more.
  void play_none();

  /// What may still be written, leaving the machine some.
  std::uint64_t room() const;

 private:
  std::filesystem::path part_of(const std::string& sha256) const { return folder_ / (sha256 + ".part"); }
  void remove_all_but(const std::string& one, const std::string& other) const;

  std::filesystem::path folder_;
};

}  // namespace panggil::display
