/// \file
/// A backup put in the journal's place, under a new epoch that every client follows.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include "common/base/time.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/identity.hpp"
#include "dispatcher/journal/verify.hpp"

namespace panggil::journal {

struct RestoreRequest {
  std::filesystem::path directory;  ///< made if it is not there
  std::filesystem::path backup;
  Identity identity;
  WallTime now;
  Day today;                            ///< the office's service day now
  std::map<std::string, int> prefixes;  ///< of every series: its first number
  /// As many tickets of each series may have been given out that neither the backup nor the directory know
  /// of.
  std::optional<int> skip;
};

struct Restored {
  Report backup;                    ///< what is in it
  std::filesystem::path set_aside;  ///< the journal that stood there before; empty: none
  core::Seq state_at = 0;           ///< the queue stands as after this event
  core::Seq goes_on_after = 0;      ///< the next event is this one + 1
  bool end_known = false;           ///< every number given out since the backup is known
};

/// The file is no sound journal.
class BadBackup : public std::runtime_error {
 public:
  explicit BadBackup(Report report);
  const Report& report() const { return report_; }

 private:
  Report report_;
};

/// Nobody here knows what was given out since the backup, and `skip` does not say.
class EndUnknown : public JournalRefused {
 public:
  using JournalRefused::JournalRefused;
};

/// Checks all of the backup first, as verify() does, and changes nothing if it throws. What stood in the
/// directory stays there as `journal.db.replaced-…`; from it, or from its mark, comes which numbers were
/// given since the backup, so that none is given twice. \throws StateInUse, WrongSite, WrongClock,
/// NewerJournal, BadBackup, EndUnknown, or std::exception when the machine would not read or write
Restored restore(const RestoreRequest& request);

}  // namespace panggil::journal
