#include "dispatcher/journal/database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

// Exclusive before the first access: SQLite then keeps its index of the log in our own memory, and nobody
// else gets in.
constexpr const char* kSettings = R"(
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA cache_size = -2000;
  PRAGMA wal_autocheckpoint = 1000;
  PRAGMA journal_size_limit = 8388608;
)";

void set_up(SQLite::Database& database) {
  database.exec(kSettings);
  keep_log_at_close(database, true);
}

}  // namespace

SQLite::Database open_database(const std::string& file, const std::string& vfs) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, vfs);
  set_up(database);
  const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal") throw JournalDamaged("the journal is kept in the mode " + mode + " instead of wal");
  return database;
}

Inspected::Inspected(const std::string& file) : log_(file + "-wal"), had_log_(std::filesystem::exists(log_)) {
  // SQLite cannot read a log in exclusive mode from a file opened for reading only; nothing is written all
  // the same.
  database_.emplace(file, SQLite::OPEN_READWRITE);
  // With `writable_schema` SQLite also opens what is cut off or has lost one of its tables, instead of
  // refusing it all.
  database_->exec("PRAGMA query_only = ON; PRAGMA writable_schema = ON");
  set_up(*database_);
}

Inspected::~Inspected() {
  database_.reset();
  std::error_code ignored;
  // SQLite makes an empty one.
  if (!had_log_) std::filesystem::remove(log_, ignored);
}

void keep_log_at_close(SQLite::Database& database, bool keep) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

bool is_damage(const SQLite::Exception& error) {
  // The statements are ours and fixed, so a file that does not understand them is not what we wrote.
  constexpr int kCodes[] = {SQLITE_CORRUPT, SQLITE_NOTADB,   SQLITE_ERROR,    SQLITE_SCHEMA,
                            SQLITE_FORMAT,  SQLITE_MISMATCH, SQLITE_READONLY, SQLITE_CONSTRAINT};
  return std::ranges::find(kCodes, error.getErrorCode() & 0xff) != std::end(kCodes);
}

}  // namespace panggil::journal
