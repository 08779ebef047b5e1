/// \file
/// A disk in memory that loses power: SQLite writes to it through a file layer (VFS) of its own. What was
/// synced survives a cut; of what was not, any part may, torn at sectors of 512 bytes.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace panggil::journal {

/// One at a time; SQLite knows it under kName while it lives.
class PowerCutDisk {
 public:
  static constexpr auto kName = "power-cut";

  explicit PowerCutDisk(unsigned seed);
  ~PowerCutDisk();
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;

  /// Power goes after this many more writes, syncs and deletions: everything fails from then on.
  void fail_after(int operations) { left_ = operations; }
  bool failed() const { return left_ <= 0; }
  /// Leaves on the disk what a cut would leave, and gives power again.
  void restore_power();

  /// A change that no sync has made durable yet.
  struct Change {
    bool truncates = false;
    std::size_t offset = 0;  ///< or the new size
    std::string bytes;
  };
  struct File {
    std::string durable;
    std::string now;
    std::vector<Change> unsynced;
  };

  // For the file layer. The changing ones return false when there is no power.
  File* open(const std::string& name) { return &files_[name]; }
  bool exists(const std::string& name) const { return files_.contains(name); }
  bool write(File& file, std::size_t offset, std::string bytes);
  bool truncate(File& file, std::size_t size);
  bool sync(File& file);
  bool remove(const std::string& name);
  /// The one that lives.
  static PowerCutDisk* present;

 private:
  bool spend() { return left_ > 0 && --left_ > 0; }
  void apply_some_of(const Change& change, std::string& to);
  bool by_chance() { return std::bernoulli_distribution(0.5)(random_); }

  std::map<std::string, File> files_;
  std::mt19937 random_;
  int left_ = std::numeric_limits<int>::max();
};

}  // namespace panggil::journal
