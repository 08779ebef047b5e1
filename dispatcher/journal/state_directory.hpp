/// \file
/// The directory that a journal lives in: for its owner only, and for one process at a time.
#pragma once

#include <filesystem>
#include <string>

namespace panggil::journal {

class StateDirectory {
 public:
  enum class IfMissing { kMake, kRefuse };

  /// Locked for as long as this lives; the lock ends with the process, however that ends.
  /// \throws StateInUse when another process has it.
  /// \throws std::system_error when it cannot be made, read or written.
  StateDirectory(std::filesystem::path path, IfMissing if_missing);
  ~StateDirectory();
  StateDirectory(StateDirectory&& other) noexcept;
  StateDirectory(const StateDirectory&) = delete;
  StateDirectory& operator=(const StateDirectory&) = delete;

  std::filesystem::path database() const { return path_ / "journal.db"; }
  std::filesystem::path mark() const { return path_ / "mark"; }

  /// Where a repair writes the journal that is to take the place of `database()`, and its name once it is
  /// complete.
  std::filesystem::path repaired() const { return path_ / "journal.db.repaired"; }
  std::filesystem::path ready() const { return path_ / "journal.db.ready"; }

  /// Makes the file readable and writable for its owner alone, if it is not there yet.
  void make_private_file(const std::filesystem::path& file) const;
  /// What root made here becomes its owner's, so that a dispatcher which is not root can go on with it.
  void give_to_owner() const;
  /// Makes the names in the directory survive the loss of power.
  void sync() const;

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace panggil::journal
