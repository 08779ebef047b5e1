#include "dispatcher/journal/sqlite_journal.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>
#include <system_error>
#include <utility>

#include "common/base/zone.hpp"
#include "dispatcher/journal/checks.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/identity.hpp"
#include "dispatcher/journal/page_reader.hpp"
#include "dispatcher/journal/schema.hpp"
#include "dispatcher/journal/snapshot_codec.hpp"
#include "dispatcher/journal/sqlite_backup.hpp"

namespace panggil::journal {
namespace {

constexpr int kKeptSnapshots = 2;

/// Tables and identity, whole or not at all. \returns the epoch.
std::string prepare(SQLite::Database& database, const Identity& identity) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (bring_up_to_date(database) == 0) write_identity(database, identity, new_origin());
  check_identity(database, identity);
  transaction.commit();
  return read_meta(database, "epoch");
}

void apply_next(core::State& state, const EventRow& row) {
  if (row.seq != state.seq + 1) {
    throw JournalDamaged(
        fmt::format("event {} is missing: event {} follows on {}", state.seq + 1, row.seq, state.seq));
  }
  apply_row(state, row);
}

/// A transaction of its own.
void write_snapshot(SQLite::Database& database, const StoredSnapshot& row) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  SQLite::Statement insert(
      database, fmt::format("INSERT OR REPLACE INTO snapshot({}) VALUES(?, ?, ?, ?)", kSnapshotColumns));
  bind_snapshot(insert, row);
  insert.exec();
  database.exec(fmt::format(
      "DELETE FROM snapshot WHERE seq NOT IN (SELECT seq FROM snapshot ORDER BY seq DESC LIMIT {})",
      kKeptSnapshots));
  transaction.commit();
}

/// \throws NoRoom in place of what SQLite throws for it
template <class Write>
void where_there_is_room(Write write) {
  try {
    write();
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_FULL) throw;
    throw NoRoom(error.what());
  }
}

}  // namespace

SqliteJournal::Statements::Statements(SQLite::Database& database)
    : begin(database, "BEGIN IMMEDIATE"),
      commit(database, "COMMIT"),
      append(database, fmt::format("INSERT INTO event({}) VALUES(?, ?, ?, ?, ?, ?, ?)", kEventColumns)),
      remember(database, fmt::format("INSERT INTO answer({}) VALUES(?, ?, ?, ?, ?)", kAnswerColumns)),
      forget(database, "DELETE FROM answer WHERE day < ?"),
      answer(database, fmt::format("SELECT {} FROM answer WHERE client = ? AND id = ?", kAnswerColumns)),
      events_after(database, fmt::format("SELECT {} FROM event WHERE seq > ? ORDER BY seq", kEventColumns)),
      next_events(database,
                  fmt::format("SELECT {} FROM event WHERE seq > ? ORDER BY seq LIMIT ?", kEventColumns)) {}

SqliteJournal::SqliteJournal(SQLite::Database database, const Identity& identity,
                             std::optional<MarkFile> mark, std::shared_ptr<const StateDirectory> directory)
    : directory_(std::move(directory)),
      database_(std::move(database)),
      epoch_(prepare(database_, identity)),
      statements_(database_),
      mark_file_(std::move(mark)) {
  check_pages(database_);
  check_answers(database_, epoch_);
  learn_answered();
  checked_ = read_state();
  if (mark_file_) check_against_mark(database_, epoch_, mark_.seq, mark_file_->read());
  check_earlier_findings(database_);
  boot_ = count_start(database_);
  mark_.boot = boot_;
  // From here on the file is sound, and closing it may tidy it up.
  keep_log_at_close(database_, false);
  write_mark();
  write_mark();
}

void SqliteJournal::write_mark() {
  if (mark_file_) mark_file_->write(mark_);
}

void SqliteJournal::learn_answered() {
  answered_.clear();
  SQLite::Statement query(database_, "SELECT client, id FROM answer");
  while (query.executeStep()) answered_.add(query.getColumn(0).getString(), query.getColumn(1).getString());
}

void SqliteJournal::begin() {
  where_there_is_room([&] { Use(statements_.begin)->exec(); });
}

void SqliteJournal::append(const core::Event& event) {
  assert(event.seq == mark_.seq + 1);
  const EventRow row = to_row(event);
  const std::int64_t checksum = chain(mark_.chain, row);
  Use append(statements_.append);
  bind_event(*append, row, checksum);
  where_there_is_room([&] { append->exec(); });
  note(mark_, event);
  mark_.chain = checksum;
  checked_.reset();
}

void SqliteJournal::remember(const ClientId& client, const CommandId& id, Day day, std::string_view answer) {
  StoredAnswer row{client.text(), id.text(), to_text(day), std::string(answer)};
  row.checksum = checksum_of(epoch_, row);
  Use remember(statements_.remember);
  bind_answer(*remember, row);
  where_there_is_room([&] { remember->exec(); });
  answered_.add(row.client, row.id);
}

void SqliteJournal::forget_answers_before(Day day) {
  Use forget(statements_.forget);
  forget->bind(1, to_text(day));
  where_there_is_room([&] { forget->exec(); });
  learn_answered();
}

void SqliteJournal::keep_morning(const core::State& state, std::string_view learnt) {
  assert(state.seq == mark_.seq);
  StoredMorning row{state.seq, encode_snapshot(state), std::string(learnt)};
  row.checksum = checksum_of(epoch_, row);
  where_there_is_room([&] { write_morning(database_, row); });
}

void SqliteJournal::commit() {
  where_there_is_room([&] { Use(statements_.commit)->exec(); });
  try {
    write_mark();
  } catch (const std::system_error& error) {
    // On file systems that write elsewhere. It may be behind, and what is committed has not failed.
    if (error.code() != std::errc::no_space_on_device) throw;
  }
}

void SqliteJournal::roll_back() {
  // SQLite may have done so itself.
  if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.exec("ROLLBACK");
  checked_.reset();
  // What the beginning of a day had forgotten is there again.
  learn_answered();
}

std::optional<std::string> SqliteJournal::answer(const ClientId& client, const CommandId& id) {
  if (!answered_.may_have(client.text(), id.text())) return std::nullopt;
  Use query(statements_.answer);
  query->bindNoCopy(1, client.text());
  query->bindNoCopy(2, id.text());
  if (!query->executeStep()) return std::nullopt;
  StoredAnswer row = stored_answer(*query);
  if (row.checksum != checksum_of(epoch_, row)) {
    throw JournalDamaged(
        fmt::format("the answer to command {} of {} is not as it was written", row.id, row.client));
  }
  return std::move(row.answer);
}

void SqliteJournal::save_snapshot(const core::State& state) {
  assert(state.seq == mark_.seq);
  StoredSnapshot row{state.seq, mark_.chain, encode_snapshot(state)};
  row.checksum = checksum_of(epoch_, row);
  where_there_is_room([&] { write_snapshot(database_, row); });
}

std::optional<Morning> SqliteJournal::morning() {
  const auto row = read_morning(database_);
  if (!row) return std::nullopt;
  if (row->checksum != checksum_of(epoch_, *row)) {
    throw JournalDamaged(fmt::format("the morning at event {} is not as it was written", row->seq));
  }
  return Morning{decode_snapshot(row->state), row->learnt};
}

void SqliteJournal::drop_morning() {
  database_.exec("DELETE FROM morning");
}

core::State SqliteJournal::load() {
  if (!checked_) return read_state();
  return *std::exchange(checked_, std::nullopt);
}

core::State SqliteJournal::read_state() {
  core::State state;
  std::int64_t before = chain_start(epoch_);
  if (const auto snapshot = newest_snapshot(database_)) {
    check_snapshot(database_, epoch_, *snapshot);
    before = snapshot->chain;
    state = decode_snapshot(snapshot->state);
  }
  const std::int64_t last =
      read_after(state.seq, before, [&](const EventRow& row) { apply_next(state, row); });
  mark_ = numbers_of(state);
  mark_.epoch = epoch_;
  mark_.boot = boot_;
  mark_.chain = last;
  return state;
}

void SqliteJournal::replay(core::Seq after, const std::function<void(const core::Event&)>& take) {
  read_after(after, chain_at(database_, epoch_, after), [&](const EventRow& row) { take(to_event(row)); });
}

std::int64_t SqliteJournal::read_after(core::Seq after, std::int64_t chain_before,
                                       const std::function<void(const EventRow&)>& take) {
  Use query(statements_.events_after);
  query->bind(1, static_cast<std::int64_t>(after));
  while (query->executeStep()) {
    const StoredEvent event = stored_event(*query);
    check_event(chain_before, event);
    chain_before = event.checksum;
    take(event.row);
  }
  return chain_before;
}

Page SqliteJournal::page(const PageRequest& request) {
  return read_page(database_, epoch_, request);
}

ScrubProgress SqliteJournal::scrub(std::size_t rows) {
  if (scrub_.found) return {scrub_.checked, true, scrub_.found};
  if (scrub_.checked == 0) scrub_.chain = chain_start(epoch_);
  try {
    const bool done = scrub_rows(rows);
    const core::Seq checked = scrub_.checked;
    if (done) scrub_ = {};
    return {checked, done, std::nullopt};
  } catch (const JournalDamaged& damage) {
    scrub_.found = damage.what();
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    scrub_.found = fmt::format("the events after {} cannot be read: {}", scrub_.checked, error.what());
  }
  write_meta(database_, "damage", *scrub_.found);
  return {scrub_.checked, true, scrub_.found};
}

bool SqliteJournal::scrub_rows(std::size_t rows) {
  Use query(statements_.next_events);
  query->bind(1, static_cast<std::int64_t>(scrub_.checked));
  query->bind(2, static_cast<std::int64_t>(rows));
  std::size_t read = 0;
  for (; query->executeStep(); ++read) {
    const StoredEvent event = stored_event(*query);
    check_event(scrub_.chain, event);
    scrub_.chain = event.checksum;
    scrub_.checked = event.row.seq;
  }
  return read < rows;
}

std::unique_ptr<Backup> SqliteJournal::backup(const std::filesystem::path& file) {
  return std::make_unique<SqliteBackup>(database_, file);
}

}  // namespace panggil::journal
