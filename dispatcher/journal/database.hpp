/// \file
/// The one connection to the one database, set up so that what is committed stays (docs/journal.md,
/// "Durability").
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace panggil::journal {

/// To read and write. Until keep_log_at_close(…, false) is called, closing it changes nothing on disk.
/// \param vfs the name of SQLite's file layer; empty for the machine's own.
/// \throws SQLite::Exception, JournalDamaged
SQLite::Database open_database(const std::string& file, const std::string& vfs = "");

/// A file that may be damaged, to be looked at: neither it nor its log is changed.
class Inspected {
 public:
  /// \throws SQLite::Exception
  explicit Inspected(const std::string& file);
  ~Inspected();
  Inspected(const Inspected&) = delete;
  Inspected& operator=(const Inspected&) = delete;

  SQLite::Database& database() { return *database_; }

 private:
  std::string log_;
  bool had_log_;
  std::optional<SQLite::Database> database_;
};

/// Whether the log stays as it is when the database is closed, or goes into the database and is deleted.
void keep_log_at_close(SQLite::Database& database, bool keep);

/// True when the error says that the file's contents are wrong, not that the machine refused to read or
/// write.
bool is_damage(const SQLite::Exception& error);

/// Leaves a statement ready for its next use, whatever happens.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  ~Use() { statement_.tryReset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  SQLite::Statement* operator->() { return &statement_; }
  SQLite::Statement& operator*() { return statement_; }

 private:
  SQLite::Statement& statement_;
};

}  // namespace panggil::journal
