#include "dispatcher/journal/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
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

SQLite::Database connect(const std::string& file, int flags, const std::string& vfs) {
  SQLite::Database database(file, flags, 0, vfs);
  database.exec(kSettings);
  keep_log_at_close(database, true);
  return database;
}

}  // namespace

SQLite::Database open_database(const std::string& file, const std::string& vfs) {
  SQLite::Database database = connect(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, vfs);
  const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal")
    throw JournalDamaged("the journal is kept in the mode \"" + mode + "\" instead of \"wal\"");
  return database;
}

SQLite::Database inspect_database(const std::string& file) {
  // SQLite cannot read a log in exclusive mode from a file opened for reading only; nothing is written all
  // the same.
  SQLite::Database database = connect(file, SQLite::OPEN_READWRITE, "");
  database.exec("PRAGMA query_only = ON");
  return database;
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

std::string fault_in(SQLite::Database& database, const std::string& table) {
  const std::string answer = database.execAndGet(fmt::format("PRAGMA quick_check({})", table)).getString();
  return answer == "ok" ? "" : answer;
}

}  // namespace panggil::journal
