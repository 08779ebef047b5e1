#include "dispatcher/journal/salvage.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/snapshot_codec.hpp"

namespace panggil::journal {
namespace {

/// What cannot be read is left where it is.
template <class Step>
void attempt(Step step) {
  try {
    step();
  } catch (const SQLite::Exception&) {
  } catch (const JournalDamaged&) {
  }
}

/// Every row that can be reached from either end; those between two bad places stay out. Rows may come twice.
void read_from_both_ends(SQLite::Database& database, const std::string& query, const std::string& key,
                         const std::function<void(const SQLite::Statement&)>& take) {
  for (const char* order : {"ASC", "DESC"}) {
    SQLite::Statement rows(database, fmt::format("{} ORDER BY {} {}", query, key, order));
    int result = rows.tryExecuteStep();
    for (; result == SQLITE_ROW; result = rows.tryExecuteStep()) take(rows);
    if (result == SQLITE_DONE) return;
  }
}

class Salvaging {
 public:
  Salvaging(SQLite::Database& database, const std::optional<Mark>& mark, const Salvor& salvor)
      : database_(database), mark_(mark), salvor_(salvor) {}

  Salvage run() {
    find_epoch();
    find_base();
    before_ = chain_start(result_.epoch);
    attempt([&] { read_events(); });
    conclude();
    attempt([&] { read_answers(); });
    attempt([&] { read_learnt(); });
    return std::move(result_);
  }

 private:
  void find_epoch() {
    if (mark_) result_.epoch = mark_->epoch;
    attempt([&] { result_.epoch = read_meta(database_, "epoch"); });
    attempt([&] { result_.given.boot = std::stoull(read_meta(database_, "boot")); });
  }

  /// The newest state that its checksum proves.
  void find_base() {
    attempt([&] {
      read_from_both_ends(database_, fmt::format("SELECT {} FROM snapshot", kSnapshotColumns), "seq",
                          [&](const SQLite::Statement& columns) {
                            const StoredSnapshot snapshot = stored_snapshot(columns);
                            if (snapshot.checksum == checksum_of(result_.epoch, snapshot)) consider(snapshot);
                          });
    });
    attempt([&] {
      read_from_both_ends(database_, fmt::format("SELECT {} FROM repair", kRepairColumns), "seq",
                          [&](const SQLite::Statement& columns) { take(stored_repair(columns)); });
    });
  }

  void take(const StoredRepair& repair) {
    if (repair.restart.checksum != checksum_of(result_.epoch, repair)) return;
    consider(repair.restart);
    if (salvor_.repair) salvor_.repair(repair);
  }

  void consider(const StoredSnapshot& snapshot) {
    if (snapshot.seq <= base_.seq) return;
    attempt([&] {
      result_.state = decode_snapshot(snapshot.state);
      base_ = {snapshot.seq, snapshot.chain};
    });
  }

  void read_events() {
    SQLite::Statement all(database_,
                          fmt::format("SELECT {} FROM event WHERE seq > ? ORDER BY seq", kEventColumns));
    SQLite::Statement one(database_, fmt::format("SELECT {} FROM event WHERE seq = ?", kEventColumns));
    const core::Seq end = highest_thinkable();
    while (!read_on(all)) {
      // Over the bad place one by one.
      do {
        if (++read_ > end) return;
      } while (!read_one(one));
    }
  }

  core::Seq highest_thinkable() {
    core::Seq highest = std::max(base_.seq, mark_ ? mark_->seq : 0);
    // Without a mark the table itself has to say; a damaged one may name any number.
    constexpr core::Seq kFarthest = 5'000'000;
    if (!mark_)
      attempt([&] { highest = std::max(highest, std::min(last_event(database_), base_.seq + kFarthest)); });
    return highest;
  }

  /// \returns whether it got to the end.
  bool read_on(SQLite::Statement& all) {
    Use rows(all);
    rows->bind(1, static_cast<std::int64_t>(read_));
    int result = rows->tryExecuteStep();
    for (; result == SQLITE_ROW; result = rows->tryExecuteStep()) {
      StoredEvent event = stored_event(*rows);
      if (event.row.seq <= read_) return false;
      take(event);
    }
    return result == SQLITE_DONE;
  }

  bool read_one(SQLite::Statement& one) {
    Use row(one);
    row->bind(1, static_cast<std::int64_t>(read_));
    if (row->tryExecuteStep() != SQLITE_ROW) return false;
    take(stored_event(*row));
    return true;
  }

  void take(const StoredEvent& event) {
    read_ = event.row.seq;
    const bool follows = chain(before_, event.row) == event.checksum;
    const bool follows_base =
        event.row.seq == base_.seq + 1 && chain(base_.chain, event.row) == event.checksum;
    before_ = event.checksum;
    if (follows || follows_base) {
      keep(event.row, follows);
    } else {
      broken_ = true;
    }
  }

  void keep(const EventRow& row, bool follows) {
    // A gap that the chain knows of is not of today: an earlier repair left it.
    if (broken_ || !follows) lose(row.seq - 1);
    broken_ = false;
    kept_ = row.seq;
    ++result_.events;
    if (salvor_.event) salvor_.event(row);
    if (row.seq > base_.seq) use(row);
  }

  /// Brings the state on, or at least takes in the numbers that were given.
  void use(const EventRow& row) {
    if (row.seq == result_.state.seq + 1 && !beyond_) return apply_row(result_.state, row);
    if (!beyond_) beyond_ = numbers_of(result_.state);
    note(*beyond_, to_event(row));
  }

  void lose(core::Seq to) {
    if (to > kept_) result_.lost.push_back({kept_ + 1, to});
  }

  void conclude() {
    const std::uint64_t boot = result_.given.boot;
    result_.given = beyond_ ? *beyond_ : numbers_of(result_.state);
    result_.given.boot = boot;
    if (mark_) note(result_.given, *mark_);
    result_.end_known = mark_ && mark_->epoch == result_.epoch;
    if (!broken_ && base_.seq > kept_ && base_.chain == before_) kept_ = base_.seq;
    lose(result_.given.seq);
  }

  void read_answers() {
    read_from_both_ends(database_, fmt::format("SELECT {} FROM answer", kAnswerColumns), "client",
                        [&](const SQLite::Statement& columns) {
                          const StoredAnswer answer = stored_answer(columns);
                          if (answer.checksum != checksum_of(result_.epoch, answer)) return;
                          ++result_.answers;
                          if (salvor_.answer) salvor_.answer(answer);
                        });
  }

  void read_learnt() {
    const auto morning = read_morning(database_);
    if (!morning || morning->checksum != checksum_of(result_.epoch, *morning)) return;
    if (salvor_.morning) salvor_.morning(*morning);
  }

  struct Base {
    core::Seq seq = 0;
    std::int64_t chain = 0;
  };

  SQLite::Database& database_;
  const std::optional<Mark>& mark_;
  const Salvor& salvor_;
  Salvage result_;
  Base base_;                   // of the state to begin with
  std::int64_t before_ = 0;     // the checksum in the row read last
  core::Seq read_ = 0;          // the row read, or tried, last
  core::Seq kept_ = 0;          // the row proven last
  bool broken_ = false;         // a row since then is not proven
  std::optional<Mark> beyond_;  // numbers given after the state, once it cannot be brought on
};

/// SQLite would delete the log beside an empty file, so that one is not even opened.
bool worth_opening(const std::filesystem::path& file) {
  return std::filesystem::exists(file) && std::filesystem::file_size(file) > 0;
}

}  // namespace

Salvage salvage(const std::filesystem::path& file, const std::optional<Mark>& mark, const Salvor& salvor) {
  try {
    if (worth_opening(file)) {
      Inspected inspected(file.string());
      return Salvaging(inspected.database(), mark, salvor).run();
    }
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
  }
  // Nothing in it can be read.
  SQLite::Database nothing(":memory:");
  return Salvaging(nothing, mark, salvor).run();
}

}  // namespace panggil::journal
