/// \file
/// What was wrong with a journal, and what a repair made of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dispatcher/core/event.hpp"
#include "dispatcher/journal/seq_range.hpp"

namespace panggil::journal {

struct Damage {
  std::string found;                ///< in plain words
  std::filesystem::path set_aside;  ///< where the damaged file is kept; empty when there was none left
  core::Seq state_at = 0;           ///< the queue stands as after this event
  core::Seq goes_on_after = 0;      ///< the next event is this one + 1
  bool end_lost = false;            ///< events after state_at are lost, or it is not known whether any are
  std::vector<SeqRange> lost;       ///< events missing from the records
  std::size_t events_kept = 0;
  std::size_t answers_kept = 0;
};

/// `812 to 830, 901`; of many only the first few.
std::string to_text(const std::vector<SeqRange>& ranges);

/// Several lines for the log: what was found, saved and lost, and what to do.
std::string to_text(const Damage& damage);

}  // namespace panggil::journal
