/// \file
/// What can be had from a damaged database. It is only read, never changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dispatcher/core/state.hpp"
#include "dispatcher/journal/damage.hpp"
#include "dispatcher/journal/event_row.hpp"
#include "dispatcher/journal/mark.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {

/// Takes what is found; any may be empty. What they throw must not be a SQLite::Exception or JournalDamaged,
/// which are taken for the damaged file's.
struct Salvor {
  std::function<void(const EventRow&)> event;
  std::function<void(const StoredAnswer&)> answer;
  std::function<void(const StoredRepair&)> repair;
  std::function<void(const StoredMorning&)> morning;
};

/// What was found, and what is known to be missing.
struct Salvage {
  std::string epoch;           ///< of the damaged journal, as far as it is known
  core::State state;           ///< the latest that is proven
  Mark given;                  ///< every number known to have been given, also after that state
  bool end_known = false;      ///< the mark vouches for the end: `given` is all that was ever given
  std::vector<SeqRange> lost;  ///< what is missing among the events
  std::size_t events = 0;
  std::size_t answers = 0;
};

/// Only what its checksum proves is handed over: the first event behind a gap is not, as nothing before it is
/// left to prove it by. \param file may be missing or empty; then the mark is all there is. \throws
/// NewerJournal when a newer version of Panggil wrote it: then nothing here understands it.
Salvage salvage(const std::filesystem::path& file, const std::optional<Mark>& mark, const Salvor& salvor);

}  // namespace panggil::journal
