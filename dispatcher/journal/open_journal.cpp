#include "dispatcher/journal/open_journal.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

#include "common/texts/spoken.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/repair.hpp"
#include "dispatcher/journal/replacement.hpp"
#include "dispatcher/journal/sqlite_journal.hpp"

namespace panggil::journal {
namespace {

using Directory = std::shared_ptr<const StateDirectory>;

/// SQLite takes an empty file for a new database, and deletes the log beside it.
void check_not_emptied(const StateDirectory& directory, const MarkFile& mark_file) {
  const auto mark = mark_file.read();
  const auto file = directory.database();
  if (!mark || mark->seq == 0) return;
  if (std::filesystem::exists(file) && std::filesystem::file_size(file) > 0) return;
  throw JournalDamaged(
      fmt::format("the file {} is missing or empty, but {} events had been kept", file.string(), mark->seq));
}

std::unique_ptr<Journal> open_in(const Directory& directory, const Identity& identity) {
  MarkFile mark(directory->mark());
  check_not_emptied(*directory, mark);
  directory->make_private_file(directory->database());
  auto journal = std::make_unique<SqliteJournal>(open_database(directory->database().string()), identity,
                                                 std::move(mark), directory);
  directory->sync();
  return journal;
}

[[noreturn]] void refuse(const OpenRequest& request, const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xff;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    throw StateInUse(spoken_text("disk.journal_busy", {{"directory", request.directory.string()}}));
  }
  throw std::runtime_error(spoken_text("disk.journal_failing",
                                       {{"directory", request.directory.string()}, {"why", error.what()}}));
}

/// The damaged files that repairs have put aside and nobody has taken away, the oldest first.
std::vector<std::string> damaged_files(const std::filesystem::path& directory) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("journal.db.damaged-") && !name.ends_with("-wal")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// What somebody still has to look at.
std::optional<std::string> concern(const std::filesystem::path& directory, bool repaired) {
  const auto files = damaged_files(directory);
  if (files.empty() && !repaired) return std::nullopt;
  const std::string look =
      "Compare the queue with the room, read the report in the log or with --verify, and check the disk.";
  if (files.empty())
    return "the journal was lost and begun anew, so part of the day may be lost. When somebody has looked, "
           "restart the dispatcher. " +
           look;
  return fmt::format(
      "the journal was damaged and repaired, so part of the day may be lost. When somebody has looked, move "
      "{} out of the state directory and restart the dispatcher. {}",
      files.back(), look);
}

Opened open_or_repair(const Directory& directory, const Identity& identity, WallTime now) {
  std::string found;
  try {
    finish_repair(*directory);
    return {open_in(directory, identity), std::nullopt, std::nullopt};
  } catch (const JournalDamaged& damage) {
    found = damage.what();
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    found = error.what();
  }
  Damage damage = repair(*directory, identity, now, found);
  return {open_in(directory, identity), std::move(damage), std::nullopt};
}

}  // namespace

Opened open_journal(const OpenRequest& request) {
  const auto directory =
      std::make_shared<const StateDirectory>(request.directory, StateDirectory::IfMissing::kMake);
  try {
    auto opened = open_or_repair(directory, {request.site, request.simulated_clock}, request.now);
    opened.concern = concern(request.directory, opened.damage.has_value());
    return opened;
  } catch (const SQLite::Exception& error) {
    refuse(request, error);
  }
}

}  // namespace panggil::journal
