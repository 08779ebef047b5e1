#include "dispatcher/journal/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dispatcher/core/invariants.hpp"
#include "dispatcher/core/service_times.hpp"
#include "dispatcher/journal/checks.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/salvage.hpp"
#include "dispatcher/journal/schema.hpp"
#include "dispatcher/journal/snapshot_codec.hpp"
#include "dispatcher/journal/state_directory.hpp"

namespace panggil::journal {
namespace {

std::string unreadable(const SQLite::Exception& error) {
  return fmt::format("the file cannot be read as a database: {}", error.what());
}

class Verification {
 public:
  Verification(SQLite::Database& database, const std::optional<Mark>& mark, Report& report)
      : database_(database), mark_(mark), report_(report) {}

  void run() {
    step([&] { check_version(database_); });
    step([&] { check_all_pages(database_); });
    step([&] { read_identity(); });
    step([&] { check_earlier_findings(database_); });
    step([&] { check_answers(database_, report_.epoch); });
    step([&] { read_snapshots(); });
    step([&] { read_repairs(); });
    step([&] { replay(); });
    // Where the events could not be read to their end, what follows from that is no news.
    if (replayed_) step([&] { check_end(); });
    for (const auto& violation : core::violations(state_))
      fault("the queue at the end is impossible: " + violation);
  }

 private:
  /// What one step finds does not keep the next from looking.
  template <class Step>
  void step(Step look) {
    try {
      look();
    } catch (const JournalDamaged& damage) {
      fault(damage.what());
    } catch (const SQLite::Exception& error) {
      if (!is_damage(error)) throw;
      fault(unreadable(error));
    }
  }

  /// Several steps may meet the same damage.
  void fault(std::string what) {
    const auto told = [&](const std::string& known) { return known.find(what) != std::string::npos; };
    if (std::none_of(report_.faults.begin(), report_.faults.end(), told))
      report_.faults.push_back(std::move(what));
  }

  std::int64_t count(const char* table) {
    return database_.execAndGet(fmt::format("SELECT count(*) FROM {}", table)).getInt64();
  }

  void read_identity() {
    report_.epoch = read_meta(database_, "epoch");
    report_.site = read_meta(database_, "site");
    report_.clock = read_meta(database_, "clock");
    report_.starts = std::stoull(read_meta(database_, "boot"));
    report_.answers = static_cast<std::size_t>(count("answer"));
  }

  void read_snapshots() {
    SQLite::Statement query(database_, fmt::format("SELECT {} FROM snapshot ORDER BY seq", kSnapshotColumns));
    while (query.executeStep()) {
      const StoredSnapshot snapshot = stored_snapshot(query);
      check_snapshot(database_, report_.epoch, snapshot);
      report_.snapshots.push_back(snapshot.seq);
      kept_.emplace(snapshot.seq, decode_snapshot(snapshot.state));
    }
  }

  void read_repairs() {
    SQLite::Statement query(database_, fmt::format("SELECT {} FROM repair ORDER BY seq", kRepairColumns));
    while (query.executeStep()) {
      const StoredRepair repair = stored_repair(query);
      if (repair.restart.checksum != checksum_of(report_.epoch, repair)) {
        throw JournalDamaged(
            fmt::format("the repair at event {} is not as it was written", repair.restart.seq));
      }
      report_.repairs.push_back(repair.report);
      restarts_.emplace(repair.restart.seq, decode_snapshot(repair.restart.state));
    }
  }

  void replay() {
    SQLite::Statement query(database_, fmt::format("SELECT {} FROM event ORDER BY seq", kEventColumns));
    std::int64_t before = chain_start(report_.epoch);
    while (query.executeStep()) {
      const StoredEvent event = stored_event(query);
      report_.last_event = event.row.seq;
      if (is_sound(before, event)) take(event.row);
      before = event.checksum;
    }
    replayed_ = true;
    if (unsound_ > 1) fault(fmt::format("so are {} more events", unsound_ - 1));
    if (!restarts_.empty() && restarts_.rbegin()->first > state_.seq) restart(restarts_.rbegin()->second);
    end_day();
  }

  /// The first one that is not is a fault, the rest are counted.
  bool is_sound(std::int64_t before, const StoredEvent& event) {
    try {
      check_event(before, event);
      return true;
    } catch (const JournalDamaged& damage) {
      if (++unsound_ == 1) fault(damage.what());
      return false;
    }
  }

  void check_end() {
    check_against_mark(database_, report_.epoch, std::max(state_.seq, report_.last_event), mark_);
  }

  void take(const EventRow& row) {
    ++report_.events;
    tally(to_event(row));
    // Over the gap that a repair left, its own state leads on.
    if (const auto found = restarts_.find(row.seq - 1); found != restarts_.end()) restart(found->second);
    if (row.seq != state_.seq + 1) return;
    apply_row(state_, row);
    compare();
  }

  void restart(const core::State& state) {
    state_ = state;
    compare();
  }

  void compare() {
    const auto snapshot = kept_.find(state_.seq);
    if (snapshot == kept_.end()) return;
    // A version that could not undo yet kept nothing for it.
    if (snapshot->second.undoable.empty()) snapshot->second.undoable = state_.undoable;
    name_undoable(snapshot->second);
    if (snapshot->second == state_) return;
    // Nor did one that did not measure yet remember how long people were served.
    auto made = state_;
    core::forget_service_times(made);
    core::forget_service_times(snapshot->second);
    if (snapshot->second == made) return;
    fault(fmt::format("the snapshot at event {} is another state than the events up to it make", state_.seq));
  }

  /// A version that could undo did not always keep of which kind the action was.
  void name_undoable(core::State& snapshot) const {
    for (auto& [counter, action] : snapshot.undoable) {
      const auto found = state_.undoable.find(counter);
      if (action.events.empty() && found != state_.undoable.end()) action.events = found->second.events;
    }
  }

  void tally(const core::Event& event) {
    if (day_ && day_->day() != event.day) end_day();
    if (!day_) day_.emplace(event.day);
    day_->take(event);
  }

  void end_day() {
    if (day_) report_.days.push_back(day_->summary());
    day_.reset();
  }

  SQLite::Database& database_;
  const std::optional<Mark>& mark_;
  Report& report_;
  std::map<core::Seq, core::State> kept_;
  std::map<core::Seq, core::State> restarts_;
  core::State state_;
  std::optional<DayTally> day_;
  std::size_t unsound_ = 0;  ///< events
  bool replayed_ = false;    ///< to the end
};

Salvageable salvageable(const std::filesystem::path& file, const std::optional<Mark>& mark) {
  const Salvage saved = salvage(file, mark, {});
  return {saved.events, saved.answers, saved.state.seq, !saved.end_known || saved.given.seq > saved.state.seq,
          saved.lost};
}

std::optional<Mark> read_mark(const StateDirectory& directory) {
  if (!std::filesystem::exists(directory.mark())) return std::nullopt;
  return MarkFile(directory.mark()).read();
}

}  // namespace

Report verify(const std::filesystem::path& path) {
  const StateDirectory directory(path, StateDirectory::IfMissing::kRefuse);
  const auto mark = read_mark(directory);
  // A repair that was interrupted in its last step is as good as done.
  const auto file = std::filesystem::exists(directory.ready()) ? directory.ready() : directory.database();
  if (!mark && (!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0))
    throw std::runtime_error(fmt::format("there is no journal in {}", path.string()));
  auto report = verify_file(file, mark);
  report.directory = path;
  return report;
}

Report verify_file(const std::filesystem::path& file, const std::optional<Mark>& mark) {
  Report report{.directory = file};
  if (!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0) {
    report.faults.push_back(fmt::format("the file {} is missing or empty", file.filename().string()));
  } else {
    try {
      Inspected inspected(file.string());
      Verification(inspected.database(), mark, report).run();
    } catch (const SQLite::Exception& error) {
      if (!is_damage(error)) throw;
      if (report.sound()) report.faults.push_back(unreadable(error));
    }
  }
  if (!report.sound()) report.salvageable = salvageable(file, mark);
  return report;
}

}  // namespace panggil::journal
