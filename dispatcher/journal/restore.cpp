#include "dispatcher/journal/restore.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/replacement.hpp"
#include "dispatcher/journal/salvage.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

// Calls and other events that come with a ticket, and those that come without.
constexpr core::Seq kEventsForATicket = 20;
constexpr core::Seq kEventMargin = 1000;

/// The backup may stand where nothing can be written, and nothing is to be written to it: a copy of our own.
class OwnCopy {
 public:
  OwnCopy(const StateDirectory& directory, const fs::path& backup)
      : file_(directory.database() += ".restoring") {
    fs::remove(file_);
    directory.make_private_file(file_);
    fs::copy_file(backup, file_, fs::copy_options::overwrite_existing);
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
  }
  ~OwnCopy() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(fs::path(file_) += suffix, ignored);
  }
  OwnCopy(const OwnCopy&) = delete;
  OwnCopy& operator=(const OwnCopy&) = delete;
  const fs::path& file() const { return file_; }

 private:
  fs::path file_;
};

bool worth_opening(const fs::path& file) {
  return fs::exists(file) && fs::file_size(file) > 0;
}

void check_backup(const RestoreRequest& request, const Report& report) {
  if (!report.sound()) throw BadBackup(report);
  if (report.site != request.identity.site.text())
    throw WrongSite(fmt::format(R"(the backup {} is of the office "{}", and this one is "{}")",
                                request.backup.string(), report.site, request.identity.site.text()));
  if ((report.clock == "simulated") != request.identity.simulated_clock)
    throw WrongClock(
        fmt::format("the backup {} was written under the {} clock; simulated and real days never mix",
                    request.backup.string(), report.clock));
}

/// Which journal stands in the directory, if that can be read at all.
void check_present(const fs::path& database, const Identity& identity) {
  if (!worth_opening(database)) return;
  try {
    Inspected inspected(database.string());
    check_identity(inspected.database(), identity);
  } catch (const JournalDamaged&) {
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
  }
}

/// The numbers given out so far, as the journal that is to be replaced knows them, and its mark. Without an
/// epoch: they may not be all. Nothing: there was no journal.
std::optional<Mark> known_numbers(const StateDirectory& directory) {
  std::optional<Mark> mark;
  if (fs::exists(directory.mark())) mark = MarkFile(directory.mark()).read();
  if (!mark && !worth_opening(directory.database())) return std::nullopt;
  const Salvage present = salvage(directory.database(), mark, {});
  Mark known = present.given;
  known.epoch = present.end_known ? present.epoch : "";
  return known;
}

void begin_day(core::State& state, Day day, WallTime now) {
  if (state.day && *state.day >= day) return;
  core::apply(state, {state.seq + 1, now, day, "dispatcher", core::DayStarted{day}});
}

/// The state of the backup, beyond every number that may have been given.
core::State beyond(const RestoreRequest& request, const Salvage& saved) {
  core::State state = saved.state;
  if (saved.given.day) begin_day(state, *saved.given.day, request.now);
  for (const auto& [prefix, number] : saved.given.series) state.series[prefix] = number;
  state.calls = saved.given.calls;
  state.seq = std::max(state.seq, saved.given.seq);
  if (saved.end_known) return state;
  begin_day(state, request.today, request.now);
  const int skip = *request.skip;
  for (const auto& [prefix, first] : request.prefixes) {
    const auto last = state.series.find(prefix);
    state.series[prefix] = (last == state.series.end() ? first - 1 : last->second) + skip;
  }
  const auto margin =
      kEventMargin + kEventsForATicket * static_cast<core::Seq>(skip) * request.prefixes.size();
  state.calls += margin;
  state.seq += margin;
  return state;
}

std::string report_of(const RestoreRequest& request, const Restored& restored) {
  return fmt::format("restored from {}, with the queue as it was after event {}; the next event is {}",
                     request.backup.filename().string(), restored.state_at, restored.goes_on_after + 1);
}

void require_known_end(const RestoreRequest& request, const Salvage& saved) {
  if (saved.end_known || request.skip) return;
  throw EndUnknown(
      "nothing here says which tickets were given out after this backup was made. Say with --skip how many "
      "of "
      "one series it may have been at most (0: none), and the numbers go on behind them");
}

Restored fill(const StateDirectory& directory, const RestoreRequest& request, const fs::path& copy) {
  const auto known = known_numbers(directory);
  require_known_end(request, salvage(copy, known, {}));
  begin_replacement(directory);
  Replacement replacement(directory.repaired());
  const Salvage saved = salvage(copy, known, replacement.salvor());
  const core::State state = beyond(request, saved);
  Restored restored{.backup = {}, .set_aside = {}, .state_at = saved.state.seq};
  restored.goes_on_after = state.seq;
  restored.end_known = saved.end_known;
  // The mark stays until the first commit, so the new journal has to know whose it is.
  const auto mark = MarkFile(directory.mark()).read();
  const std::uint64_t boot = std::max(saved.given.boot, mark ? mark->boot : 0);
  replacement.finish(request.identity, {mark ? mark->epoch : "", "", boot},
                     {state, request.now, restored.state_at, report_of(request, restored)});
  restored.set_aside = set_aside(directory.database(), "replaced", request.now);
  return restored;
}

}  // namespace

BadBackup::BadBackup(Report report)
    : std::runtime_error("the backup is not sound: " + report.faults.front()), report_(std::move(report)) {}

Restored restore(const RestoreRequest& request) {
  if (!worth_opening(request.backup))
    throw std::runtime_error(fmt::format("{} is missing or empty", request.backup.string()));
  const StateDirectory directory(request.directory, StateDirectory::IfMissing::kMake);
  finish_repair(directory);
  check_present(directory.database(), request.identity);
  const OwnCopy copy(directory, request.backup);
  auto report = verify_file(copy.file(), std::nullopt);
  report.directory = request.backup;
  check_backup(request, report);
  auto restored = fill(directory, request, copy.file());
  take_place(directory);
  directory.give_to_owner();
  restored.backup = std::move(report);
  return restored;
}

}  // namespace panggil::journal
