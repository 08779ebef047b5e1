/// \file
/// The rows of the journal's tables, each with the checksum that says whether it is as it was written.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

#include "dispatcher/journal/event_row.hpp"

namespace panggil::journal {

/// \throws JournalDamaged when there is no such key or its value is not as it was written.
std::string read_meta(SQLite::Database& database, const std::string& key);
void write_meta(SQLite::Database& database, const std::string& key, const std::string& value);

/// An event's row and the checksum that stands in it; chain() says what should.
struct StoredEvent {
  EventRow row;
  std::int64_t checksum = 0;
};
inline constexpr const char* kEventColumns = "seq, at_ms, day, kind, by, body, checksum";
StoredEvent stored_event(const SQLite::Statement& columns);
void bind_event(SQLite::Statement& insert, const EventRow& row, std::int64_t checksum);

/// The checksum of the last event up to `seq`, or what the first one is chained to.
std::int64_t chain_at(SQLite::Database& database, const std::string& epoch, core::Seq seq);
/// The seq of the last event; 0 when there is none.
core::Seq last_event(SQLite::Database& database);

struct StoredSnapshot {
  core::Seq seq = 0;
  std::int64_t chain = 0;  ///< of the last event in it
  std::string state;       ///< decode_snapshot() reads it
  std::int64_t checksum = 0;
};
inline constexpr const char* kSnapshotColumns = "seq, chain, state, checksum";
StoredSnapshot stored_snapshot(const SQLite::Statement& columns);
std::int64_t checksum_of(const std::string& epoch, const StoredSnapshot& snapshot);
void bind_snapshot(SQLite::Statement& insert, const StoredSnapshot& snapshot);
/// As it stands, unchecked; nothing when there is none.
std::optional<StoredSnapshot> newest_snapshot(SQLite::Database& database);

/// A state that a repair made the journal go on from, kept for ever.
struct StoredRepair {
  StoredSnapshot restart;  ///< its checksum is of the whole row
  std::int64_t at_ms = 0;
  core::Seq state_at = 0;  ///< the last event that the state knows of
  std::string report;
};
inline constexpr const char* kRepairColumns = "seq, chain, state, checksum, at_ms, state_at, report";
StoredRepair stored_repair(const SQLite::Statement& columns);
void bind_repair(SQLite::Statement& insert, const StoredRepair& repair);
std::int64_t checksum_of(const std::string& epoch, const StoredRepair& repair);

/// The one row of its table.
struct StoredMorning {
  core::Seq seq = 0;   ///< of the event that began the day
  std::string state;   ///< decode_snapshot() reads it
  std::string learnt;  ///< by the estimates
  std::int64_t checksum = 0;
};
std::int64_t checksum_of(const std::string& epoch, const StoredMorning& morning);
/// As it stands, unchecked; nothing when there is none.
std::optional<StoredMorning> read_morning(SQLite::Database& database);
/// In place of any other. \pre inside a transaction.
void write_morning(SQLite::Database& database, const StoredMorning& morning);

struct StoredAnswer {
  std::string client;
  std::string id;
  std::string day;
  std::string answer;
  std::int64_t checksum = 0;
};
inline constexpr const char* kAnswerColumns = "client, id, day, answer, checksum";
StoredAnswer stored_answer(const SQLite::Statement& columns);
void bind_answer(SQLite::Statement& insert, const StoredAnswer& answer);
std::int64_t checksum_of(const std::string& epoch, const StoredAnswer& answer);

}  // namespace panggil::journal
