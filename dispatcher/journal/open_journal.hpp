/// \file
/// The way to a journal on disk.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "dispatcher/journal/damage.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/journal.hpp"

namespace panggil::journal {

struct OpenRequest {
  std::filesystem::path
      directory;  ///< made if it is not there; then of this process alone while the journal lives
  SiteId site;
  bool simulated_clock = false;
  WallTime now;  ///< dates what is set aside
};

struct Opened {
  std::unique_ptr<Journal> journal;
  /// What was wrong and what became of it, when the journal had to be repaired: for the log and the staff.
  std::optional<Damage> damage;
  /// What somebody still has to look at: this start had to repair the journal, or a damaged file of an
  /// earlier repair lies in the directory yet. Says how it ends. Nothing: all is well.
  std::optional<std::string> concern;
};

/// Opens the journal in the directory, or makes a new one. Everything that the start relies on has been
/// checked then; a damaged file has been set aside, kept, and replaced by a new one with all that could be
/// saved and a new epoch. \throws JournalRefused (StateInUse and the rest) with nothing changed. \throws
/// std::exception when the machine would not read or write.
Opened open_journal(const OpenRequest& request);

}  // namespace panggil::journal
