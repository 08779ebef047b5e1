#include "dispatcher/journal/schema.hpp"

#include <fmt/format.h>

#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

// docs/journal.md states what each table and column means.
constexpr const char* kVersion1 = R"(
  CREATE TABLE meta(
    key      TEXT PRIMARY KEY,
    value    TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE event(
    seq      INTEGER PRIMARY KEY,
    at_ms    INTEGER NOT NULL,
    day      TEXT NOT NULL,
    kind     TEXT NOT NULL,
    by       TEXT NOT NULL,
    body     TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE answer(
    client   TEXT NOT NULL,
    id       TEXT NOT NULL,
    day      TEXT NOT NULL,
    answer   TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY(client, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE snapshot(
    seq      INTEGER PRIMARY KEY,
    chain    INTEGER NOT NULL,
    state    TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE repair(
    seq      INTEGER PRIMARY KEY,
    chain    INTEGER NOT NULL,
    state    TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    at_ms    INTEGER NOT NULL,
    state_at INTEGER NOT NULL,
    report   TEXT NOT NULL
  ) STRICT;
)";

constexpr const char* kMorning = R"(
  CREATE TABLE morning(
    seq      INTEGER PRIMARY KEY,
    state    TEXT NOT NULL,
    learnt   TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
)";

constexpr const char* kAllSteps[] = {kVersion1, kMorning};

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

void check_ours(SQLite::Database& database, int version) {
  if (version == 0 && database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) return;
  if (version > 0 && database.execAndGet("PRAGMA application_id").getInt() == kApplicationId) return;
  throw JournalDamaged("the file journal.db is not a journal of Panggil");
}

}  // namespace

const Steps kSteps = kAllSteps;

int check_version(SQLite::Database& database, Steps steps) {
  const int version = version_of(database);
  check_ours(database, version);
  if (version <= static_cast<int>(steps.size())) return version;
  throw NewerJournal(fmt::format(
      "the journal has version {}, this program knows versions up to {}; install the version of Panggil that "
      "wrote it",
      version, steps.size()));
}

int bring_up_to_date(SQLite::Database& database, Steps steps) {
  const int before = check_version(database, steps);
  const int newest = static_cast<int>(steps.size());
  if (before == newest) return before;
  for (int version = before; version < newest; ++version)
    database.exec(steps[static_cast<std::size_t>(version)]);
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, newest));
  return before;
}

}  // namespace panggil::journal
