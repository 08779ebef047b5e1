#include "dispatcher/journal/checks.hpp"

#include <fmt/format.h>

#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

std::string pages_of(SQLite::Database& database, const std::string& pragma) {
  const std::string answer = database.execAndGet("PRAGMA " + pragma).getString();
  return answer == "ok" ? "" : answer;
}

}  // namespace

void check_pages(SQLite::Database& database) {
  for (const char* table : {"meta", "answer", "snapshot", "repair", "morning"}) {
    const std::string fault = pages_of(database, fmt::format("quick_check({})", table));
    if (!fault.empty()) throw JournalDamaged(fmt::format("the table {} is damaged: {}", table, fault));
  }
}

void check_all_pages(SQLite::Database& database) {
  const std::string fault = pages_of(database, "integrity_check(1)");
  if (!fault.empty()) throw JournalDamaged("the file is damaged: " + fault);
}

void check_answers(SQLite::Database& database, const std::string& epoch) {
  SQLite::Statement query(database, fmt::format("SELECT {} FROM answer", kAnswerColumns));
  while (query.executeStep()) {
    const StoredAnswer answer = stored_answer(query);
    if (answer.checksum != checksum_of(epoch, answer)) {
      throw JournalDamaged(
          fmt::format("the answer to command {} of {} is not as it was written", answer.id, answer.client));
    }
  }
}

void check_event(std::int64_t before, const StoredEvent& event) {
  if (event.checksum != chain(before, event.row)) {
    throw JournalDamaged(
        fmt::format("event {} is not as it was written, or the one before it is missing", event.row.seq));
  }
}

void check_snapshot(SQLite::Database& database, const std::string& epoch, const StoredSnapshot& snapshot) {
  if (snapshot.checksum != checksum_of(epoch, snapshot)) {
    throw JournalDamaged(fmt::format("the snapshot at event {} is not as it was written", snapshot.seq));
  }
  if (snapshot.chain != chain_at(database, epoch, snapshot.seq)) {
    throw JournalDamaged(
        fmt::format("the events up to {} do not end as the snapshot knows them", snapshot.seq));
  }
}

void check_against_mark(SQLite::Database& database, const std::string& epoch, core::Seq last,
                        const std::optional<Mark>& mark) {
  if (!mark) return;
  // A repair keeps the mark of the journal that it replaced until the first commit.
  if (mark->seq <= last && mark->epoch == read_meta(database, "repaired_from")) return;
  if (mark->epoch != epoch) throw JournalDamaged("the journal is not the one that was written here last");
  if (mark->seq > last) {
    throw JournalDamaged(
        fmt::format("the journal ends at event {}, but event {} had been kept", last, mark->seq));
  }
  if (mark->chain != chain_at(database, epoch, mark->seq)) {
    throw JournalDamaged(fmt::format("event {} is another than the one that was written here", mark->seq));
  }
}

void check_earlier_findings(SQLite::Database& database) {
  const std::string damage = read_meta(database, "damage");
  if (!damage.empty()) throw JournalDamaged(damage);
}

}  // namespace panggil::journal
