/// \file
/// What was wrong with a journal, and what a repair made of it.
#pragma once

#include <filesystem>
#include <string>

#include "dispatcher/core/event.hpp"

namespace panggil::journal {

struct Damage {
  std::string found;                ///< in plain words
  std::filesystem::path set_aside;  ///< where the damaged file is kept
  core::Seq state_at = 0;           ///< the queue stands as after this event
  core::Seq lost_from = 0;          ///< of the events of which something is lost; 0: none
  core::Seq lost_to = 0;
  std::size_t events_kept = 0;
  std::size_t answers_kept = 0;
};

/// Several lines for the log: what was found, saved and lost, and what to do.
std::string to_text(const Damage& damage);

}  // namespace panggil::journal
