#include "dispatcher/journal/tables.hpp"

#include <fmt/format.h>

#include "dispatcher/journal/checksum.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

std::int64_t number(core::Seq seq) {
  return static_cast<std::int64_t>(seq);
}
core::Seq seq_in(const SQLite::Statement& columns, int index) {
  return static_cast<core::Seq>(columns.getColumn(index).getInt64());
}

std::int64_t checksum_of(const std::string& key, const std::string& value) {
  return Checksum().add(key).add(value).value();
}

}  // namespace

std::string read_meta(SQLite::Database& database, const std::string& key) {
  SQLite::Statement query(database, "SELECT value, checksum FROM meta WHERE key = ?");
  query.bind(1, key);
  if (!query.executeStep()) throw JournalDamaged("the journal does not know its own " + key);
  const std::string value = query.getColumn(0).getString();
  if (query.getColumn(1).getInt64() != checksum_of(key, value)) {
    throw JournalDamaged("the journal's own " + key + " is not as it was written");
  }
  return value;
}

void write_meta(SQLite::Database& database, const std::string& key, const std::string& value) {
  SQLite::Statement insert(database, "INSERT OR REPLACE INTO meta(key, value, checksum) VALUES(?, ?, ?)");
  insert.bind(1, key);
  insert.bind(2, value);
  insert.bind(3, checksum_of(key, value));
  insert.exec();
}

StoredEvent stored_event(const SQLite::Statement& columns) {
  return {
      {seq_in(columns, 0), columns.getColumn(1).getInt64(), columns.getColumn(2).getString(),
       columns.getColumn(3).getString(), columns.getColumn(4).getString(), columns.getColumn(5).getString()},
      columns.getColumn(6).getInt64()};
}

void bind_event(SQLite::Statement& insert, const EventRow& row, std::int64_t checksum) {
  insert.bind(1, number(row.seq));
  insert.bind(2, row.at_ms);
  insert.bindNoCopy(3, row.day);
  insert.bindNoCopy(4, row.kind);
  insert.bindNoCopy(5, row.by);
  insert.bindNoCopy(6, row.body);
  insert.bind(7, checksum);
}

std::int64_t chain_at(SQLite::Database& database, const std::string& epoch, core::Seq seq) {
  SQLite::Statement query(database, "SELECT checksum FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 1");
  query.bind(1, number(seq));
  return query.executeStep() ? query.getColumn(0).getInt64() : chain_start(epoch);
}

core::Seq last_event(SQLite::Database& database) {
  return static_cast<core::Seq>(database.execAndGet("SELECT ifnull(max(seq), 0) FROM event").getInt64());
}

StoredSnapshot stored_snapshot(const SQLite::Statement& columns) {
  return {seq_in(columns, 0), columns.getColumn(1).getInt64(), columns.getColumn(2).getString(),
          columns.getColumn(3).getInt64()};
}

std::int64_t checksum_of(const std::string& epoch, const StoredSnapshot& snapshot) {
  return Checksum(chain_start(epoch))
      .add(number(snapshot.seq))
      .add(snapshot.chain)
      .add(snapshot.state)
      .value();
}

void bind_snapshot(SQLite::Statement& insert, const StoredSnapshot& snapshot) {
  insert.bind(1, number(snapshot.seq));
  insert.bind(2, snapshot.chain);
  insert.bindNoCopy(3, snapshot.state);
  insert.bind(4, snapshot.checksum);
}

std::optional<StoredSnapshot> newest_snapshot(SQLite::Database& database) {
  SQLite::Statement query(database,
                          fmt::format("SELECT {} FROM snapshot ORDER BY seq DESC LIMIT 1", kSnapshotColumns));
  if (!query.executeStep()) return std::nullopt;
  return stored_snapshot(query);
}

StoredRepair stored_repair(const SQLite::Statement& columns) {
  return {stored_snapshot(columns), columns.getColumn(4).getInt64(), seq_in(columns, 5),
          columns.getColumn(6).getString()};
}

void bind_repair(SQLite::Statement& insert, const StoredRepair& repair) {
  bind_snapshot(insert, repair.restart);
  insert.bind(5, repair.at_ms);
  insert.bind(6, number(repair.state_at));
  insert.bindNoCopy(7, repair.report);
}

std::int64_t checksum_of(const std::string& epoch, const StoredRepair& repair) {
  return Checksum(checksum_of(epoch, repair.restart))
      .add(repair.at_ms)
      .add(number(repair.state_at))
      .add(repair.report)
      .value();
}

std::int64_t checksum_of(const std::string& epoch, const StoredMorning& morning) {
  return Checksum(chain_start(epoch)).add(number(morning.seq)).add(morning.state).add(morning.learnt).value();
}

std::optional<StoredMorning> read_morning(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT seq, state, learnt, checksum FROM morning");
  if (!query.executeStep()) return std::nullopt;
  return StoredMorning{seq_in(query, 0), query.getColumn(1).getString(), query.getColumn(2).getString(),
                       query.getColumn(3).getInt64()};
}

void write_morning(SQLite::Database& database, const StoredMorning& morning) {
  database.exec("DELETE FROM morning");
  SQLite::Statement insert(database, "INSERT INTO morning(seq, state, learnt, checksum) VALUES(?, ?, ?, ?)");
  insert.bind(1, number(morning.seq));
  insert.bindNoCopy(2, morning.state);
  insert.bindNoCopy(3, morning.learnt);
  insert.bind(4, morning.checksum);
  insert.exec();
}

StoredAnswer stored_answer(const SQLite::Statement& columns) {
  return {columns.getColumn(0).getString(), columns.getColumn(1).getString(),
          columns.getColumn(2).getString(), columns.getColumn(3).getString(),
          columns.getColumn(4).getInt64()};
}

void bind_answer(SQLite::Statement& insert, const StoredAnswer& answer) {
  insert.bindNoCopy(1, answer.client);
  insert.bindNoCopy(2, answer.id);
  insert.bindNoCopy(3, answer.day);
  insert.bindNoCopy(4, answer.answer);
  insert.bind(5, answer.checksum);
}

std::int64_t checksum_of(const std::string& epoch, const StoredAnswer& answer) {
  return Checksum(chain_start(epoch))
      .add(answer.client)
      .add(answer.id)
      .add(answer.day)
      .add(answer.answer)
      .value();
}

}  // namespace panggil::journal
