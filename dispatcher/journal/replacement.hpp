/// \file
/// A journal that takes another one's place: written beside it in one transaction, under a new epoch. The one
/// before stays under another name.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/time.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/journal/identity.hpp"
#include "dispatcher/journal/salvage.hpp"
#include "dispatcher/journal/state_directory.hpp"

namespace panggil::journal {

/// Another name for a journal and its log, `journal.db.WHAT-20261123T081502Z`; nothing is copied and nothing
/// changed. Empty when there is none.
std::filesystem::path set_aside(const std::filesystem::path& database, std::string_view what, WallTime now);

/// Where the new journal goes on.
struct Restart {
  const core::State& state;  ///< the next event follows on it
  WallTime now;
  core::Seq state_at = 0;  ///< the last event that `state` knows of
  std::string report;      ///< kept for ever, for people
};

/// Makes room for a Replacement in the file StateDirectory::repaired().
void begin_replacement(const StateDirectory& directory);
/// Puts it, finished and closed, in the journal's place. Interrupted, finish_repair() ends it.
void take_place(const StateDirectory& directory);
/// Ends what was interrupted in its last step; to be called before anything is opened.
void finish_repair(const StateDirectory& directory);

/// The new database while it is being filled; nothing of it counts before finish(). Its own faults are thrown
/// as std::runtime_error, those of what it is filled from stay what they are.
class Replacement {
 public:
  explicit Replacement(const std::filesystem::path& file);

  /// Takes what is to be in it; the checksums are made anew for its epoch.
  Salvor salvor();
  void finish(const Identity& identity, const Origin& from, const Restart& restart);
  const std::string& epoch() const { return origin_.epoch; }

 private:
  void add(const EventRow& row);
  void add(StoredAnswer answer);
  void add(StoredRepair repair);
  void add(StoredMorning morning);

  SQLite::Database database_;
  SQLite::Transaction transaction_;
  int version_;
  SQLite::Statement event_;
  SQLite::Statement answer_;
  SQLite::Statement repair_;
  Origin origin_;
  std::int64_t chain_;
};

}  // namespace panggil::journal
