#include "dispatcher/journal/repair.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <stdexcept>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/salvage.hpp"
#include "dispatcher/journal/schema.hpp"
#include "dispatcher/journal/snapshot_codec.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

// The mark may be half a minute behind when power fails. What is unknown after a loss is jumped over: no
// office issues ten tickets of one series, or does a thousand things, in that time.
constexpr core::Seq kEventMargin = 1000;
constexpr int kNumberMargin = 10;

fs::path with_suffix(fs::path file, const std::string& suffix) {
  return file += suffix;
}
fs::path log_of(const fs::path& database) {
  return with_suffix(database, "-wal");
}

fs::path name_for(const fs::path& database, WallTime now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const std::string stamp = fmt::format(".damaged-{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::time_t{seconds}));
  fs::path name = with_suffix(database, stamp);
  for (int again = 2; fs::exists(name) || fs::exists(log_of(name)); ++again) {
    name = with_suffix(database, fmt::format("{}-{}", stamp, again));
  }
  return name;
}

/// Another name for the damaged file and its log; nothing is copied and nothing changed.
fs::path set_aside(const fs::path& database, WallTime now) {
  if (!fs::exists(database)) return {};
  const fs::path name = name_for(database, now);
  fs::create_hard_link(database, name);
  if (fs::exists(log_of(database))) fs::create_hard_link(log_of(database), log_of(name));
  return name;
}

/// The state to go on from, beyond every number that may have been given.
core::State restarted(const Salvage& salvage, WallTime now, bool end_lost) {
  core::State state = salvage.state;
  const Mark& given = salvage.given;
  if (given.day > state.day) {
    core::apply(state, {state.seq + 1, now, *given.day, "dispatcher", core::DayStarted{*given.day}});
  }
  for (const auto& [prefix, number] : given.series)
    state.series[prefix] = number + (end_lost ? kNumberMargin : 0);
  state.calls = given.calls + (end_lost ? kEventMargin : 0);
  state.seq = given.seq + (end_lost ? kEventMargin : 0);
  return state;
}

/// The new database while it is being filled. Its faults are not those of the damaged one.
class Replacement {
 public:
  explicit Replacement(const fs::path& file)
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

  Salvor salvor() {
    return {[this](const EventRow& row) { write([&] { add(row); }); },
            [this](const StoredAnswer& answer) { write([&] { add(answer); }); },
            [this](const StoredRepair& repair) { write([&] { add(repair); }); },
            [this](const StoredMorning& morning) { write([&] { add(morning); }); }};
  }

  void finish(const Identity& identity, const Origin& from, const core::State& state, WallTime now,
              const Damage& damage) {
    origin_.boot = from.boot;
    origin_.repaired_from = from.epoch;
    write_identity(database_, identity, origin_);
    StoredSnapshot restart{state.seq, chain_, encode_snapshot(state), 0};
    add(StoredRepair{restart, now.time_since_epoch().count(), damage.state_at, to_text(damage)});
    restart.checksum = checksum_of(origin_.epoch, restart);
    SQLite::Statement insert(database_,
                             fmt::format("INSERT INTO snapshot({}) VALUES(?, ?, ?, ?)", kSnapshotColumns));
    bind_snapshot(insert, restart);
    insert.exec();
    transaction_.commit();
    keep_log_at_close(database_, false);
  }

 private:
  template <class Step>
  static void write(Step step) {
    try {
      step();
    } catch (const SQLite::Exception& error) {
      throw std::runtime_error(fmt::format(
          "the repaired journal cannot be written: {}; is there room on the disk?", error.what()));
    }
  }

  void add(const EventRow& row) {
    chain_ = chain(chain_, row);
    Use insert(event_);
    bind_event(*insert, row, chain_);
    insert->exec();
  }

  void add(StoredAnswer answer) {
    answer.checksum = checksum_of(origin_.epoch, answer);
    Use insert(answer_);
    bind_answer(*insert, answer);
    insert->exec();
  }

  void add(StoredRepair repair) {
    repair.restart.checksum = checksum_of(origin_.epoch, repair);
    Use insert(repair_);
    bind_repair(*insert, repair);
    insert->exec();
  }

  void add(StoredMorning morning) {
    morning.checksum = checksum_of(origin_.epoch, morning);
    write_morning(database_, morning);
  }

  SQLite::Database database_;
  SQLite::Transaction transaction_;
  int version_;
  SQLite::Statement event_;
  SQLite::Statement answer_;
  SQLite::Statement repair_;
  Origin origin_;
  std::int64_t chain_;
};

void remove_database(const fs::path& database) {
  fs::remove(log_of(database));
  fs::remove(database);
}

Damage fill(const StateDirectory& directory, const Identity& identity, WallTime now,
            const std::string& found) {
  const auto mark = MarkFile(directory.mark()).read();
  Replacement replacement(directory.repaired());
  const Salvage saved = salvage(directory.database(), mark, replacement.salvor());
  Damage damage{found, {}, saved.state.seq};
  damage.end_lost = !saved.end_known || saved.given.seq > saved.state.seq;
  const core::State state = restarted(saved, now, damage.end_lost);
  damage.goes_on_after = state.seq;
  damage.lost = saved.lost;
  damage.events_kept = saved.events;
  damage.answers_kept = saved.answers;
  damage.set_aside = set_aside(directory.database(), now);
  const Origin from{mark ? mark->epoch : saved.epoch, "", saved.given.boot};
  replacement.finish(identity, from, state, now, damage);
  return damage;
}

}  // namespace

Damage repair(const StateDirectory& directory, const Identity& identity, WallTime now,
              const std::string& found) {
  remove_database(directory.repaired());
  directory.make_private_file(directory.repaired());
  Damage damage = fill(directory, identity, now, found);
  directory.sync();
  fs::rename(directory.repaired(), directory.ready());
  directory.sync();
  finish_repair(directory);
  return damage;
}

void finish_repair(const StateDirectory& directory) {
  if (!fs::exists(directory.ready())) return;
  // The old log would be taken for the new database's.
  fs::remove(log_of(directory.database()));
  fs::rename(directory.ready(), directory.database());
  directory.sync();
}

}  // namespace panggil::journal
