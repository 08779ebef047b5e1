/// \file
/// A copy of a journal that is made piece by piece while the journal is in use.
#pragma once

#include <cstdint>
#include <filesystem>

namespace panggil::journal {

/// The same thread as the journal's, outside begin() … commit(). What happens while it is made is in the copy
/// as well. Destroyed before it is complete it leaves nothing.
class Backup {
 public:
  virtual ~Backup() = default;

  /// Copies the next quarter of a megabyte and waits until the disk has it: some milliseconds. True once the
  /// copy is complete and stands under its name for good.
  /// \throws std::runtime_error when it cannot be written, or the journal not be read; the journal itself is
  /// as it was.
  virtual bool step() = 0;
  /// What is still to be copied.
  virtual std::uintmax_t bytes_left() const = 0;
  virtual const std::filesystem::path& file() const = 0;
};

}  // namespace panggil::journal
