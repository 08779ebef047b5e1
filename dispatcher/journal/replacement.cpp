#include "dispatcher/journal/replacement.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <stdexcept>

#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/schema.hpp"
#include "dispatcher/journal/snapshot_codec.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path file, const std::string& suffix) {
  return file += suffix;
}
fs::path log_of(const fs::path& database) {
  return with_suffix(database, "-wal");
}

fs::path name_for(const fs::path& database, std::string_view what, WallTime now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const std::string stamp = fmt::format(".{}-{:%Y%m%dT%H%M%SZ}", what, fmt::gmtime(std::time_t{seconds}));
  fs::path name = with_suffix(database, stamp);
  for (int again = 2; fs::exists(name) || fs::exists(log_of(name)); ++again) {
    name = with_suffix(database, fmt::format("{}-{}", stamp, again));
  }
  return name;
}

void remove_database(const fs::path& database) {
  fs::remove(log_of(database));
  fs::remove(database);
}

/// What the database refuses to take is not the damaged file's fault, so it has another type.
template <class Step>
void write(Step step) {
  try {
    step();
  } catch (const SQLite::Exception& error) {
    throw std::runtime_error(
        fmt::format("the new journal cannot be written: {}; is there room on the disk?", error.what()));
  }
}

}  // namespace

fs::path set_aside(const fs::path& database, std::string_view what, WallTime now) {
  if (!fs::exists(database)) return {};
  const fs::path name = name_for(database, what, now);
  fs::create_hard_link(database, name);
  if (fs::exists(log_of(database))) fs::create_hard_link(log_of(database), log_of(name));
  return name;
}

void begin_replacement(const StateDirectory& directory) {
  remove_database(directory.repaired());
  directory.make_private_file(directory.repaired());
}

void take_place(const StateDirectory& directory) {
  directory.sync();
  fs::rename(directory.repaired(), directory.ready());
  directory.sync();
  finish_repair(directory);
}

void finish_repair(const StateDirectory& directory) {
  if (!fs::exists(directory.ready())) return;
  // The old log would be taken for the new database's.
  fs::remove(log_of(directory.database()));
  fs::rename(directory.ready(), directory.database());
  directory.sync();
}

Replacement::Replacement(const fs::path& file)
    : database_(open_database(file.string())),
      transaction_(database_, SQLite::TransactionBehavior::IMMEDIATE),
      version_(bring_up_to_date(database_)),
      event_(database_, fmt::format("INSERT INTO event({}) VALUES(?, ?, ?, ?, ?, ?, ?)", kEventColumns)),
      answer_(database_,
              fmt::format("INSERT OR IGNORE INTO answer({}) VALUES(?, ?, ?, ?, ?)", kAnswerColumns)),
      repair_(database_,
              fmt::format("INSERT OR IGNORE INTO repair({}) VALUES(?, ?, ?, ?, ?, ?, ?)", kRepairColumns)),
      origin_(new_origin()),
      chain_(chain_start(origin_.epoch)) {}

Salvor Replacement::salvor() {
  return {[this](const EventRow& row) { write([&] { add(row); }); },
          [this](const StoredAnswer& answer) { write([&] { add(answer); }); },
          [this](const StoredRepair& repair) { write([&] { add(repair); }); },
          [this](const StoredMorning& morning) { write([&] { add(morning); }); }};
}

void Replacement::finish(const Identity& identity, const Origin& from, const Restart& restart) {
  origin_.boot = from.boot;
  origin_.repaired_from = from.epoch;
  write_identity(database_, identity, origin_);
  StoredSnapshot snapshot{restart.state.seq, chain_, encode_snapshot(restart.state), 0};
  add(StoredRepair{snapshot, restart.now.time_since_epoch().count(), restart.state_at, restart.report});
  snapshot.checksum = checksum_of(origin_.epoch, snapshot);
  SQLite::Statement insert(database_,
                           fmt::format("INSERT INTO snapshot({}) VALUES(?, ?, ?, ?)", kSnapshotColumns));
  bind_snapshot(insert, snapshot);
  insert.exec();
  transaction_.commit();
  keep_log_at_close(database_, false);
}

void Replacement::add(const EventRow& row) {
  chain_ = chain(chain_, row);
  Use insert(event_);
  bind_event(*insert, row, chain_);
  insert->exec();
}

void Replacement::add(StoredAnswer answer) {
  answer.checksum = checksum_of(origin_.epoch, answer);
  Use insert(answer_);
  bind_answer(*insert, answer);
  insert->exec();
}

void Replacement::add(StoredRepair repair) {
  repair.restart.checksum = checksum_of(origin_.epoch, repair);
  Use insert(repair_);
  bind_repair(*insert, repair);
  insert->exec();
}

void Replacement::add(StoredMorning morning) {
  morning.checksum = checksum_of(origin_.epoch, morning);
  write_morning(database_, morning);
}

}  // namespace panggil::journal
