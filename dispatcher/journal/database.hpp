/// \file
/// The one connection to the one database, set up so that what is committed stays (docs/journal.md,
/// "Durability").
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace panggil::journal {

/// \param vfs the name of SQLite's file layer; empty for the machine's own.
/// \throws SQLite::Exception
SQLite::Database open_database(const std::string& file, const std::string& vfs = "");

/// True when the error says that the file's contents are wrong, not that the machine refused to read or
/// write.
bool is_damage(const SQLite::Exception& error);

/// The first fault that SQLite finds in the pages of `table`, or nothing.
std::string fault_in(SQLite::Database& database, const std::string& table);

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
