/// \file
/// A backup by SQLite's own means. Private to this folder: Journal::backup() is the way in.
#pragma once

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "dispatcher/journal/backup.hpp"

namespace panggil::journal {

/// Writes `FILE.partial`, for its owner alone, which becomes `file` at the end. `source` must outlive it.
class SqliteBackup : public Backup {
 public:
  /// \throws std::runtime_error
  SqliteBackup(SQLite::Database& source, std::filesystem::path file);
  ~SqliteBackup() override;
  SqliteBackup(const SqliteBackup&) = delete;
  SqliteBackup& operator=(const SqliteBackup&) = delete;

  bool step() override;
  std::uintmax_t bytes_left() const override { return bytes_left_; }
  const std::filesystem::path& file() const override { return file_; }

 private:
  void prepare(SQLite::Database& source);
  void complete();

  std::filesystem::path file_;
  std::filesystem::path partial_;
  int descriptor_ = -1;  ///< of the partial file, to wait for the disk by
  std::uintmax_t bytes_left_ = 0;
  std::optional<SQLite::Database> copy_;
  std::optional<SQLite::Backup> backup_;
};

}  // namespace panggil::journal
