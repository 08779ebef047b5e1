/// \file
/// An event as a row of the table `event`, and the chain that ties each row to the one before it.
#pragma once

#include <cstdint>
#include <string>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::journal {

struct EventRow {
  core::Seq seq = 0;
  std::int64_t at_ms = 0;
  std::string day;
  std::string kind;
  std::string by;
  std::string body;
};

EventRow to_row(const core::Event& event);
/// \throws NewerJournal, JournalDamaged as decode_body().
core::Event to_event(const EventRow& row);
/// Brings the state one event on.
/// \pre row.seq == state.seq + 1, and the row's checksum is right.
/// \throws JournalRefused when it cannot have happened: the fault is then in Panggil, and setting the file
/// aside would mend
///   nothing.
void apply_row(core::State& state, const EventRow& row);

/// What the first row is chained to: no row of one history fits into another.
std::int64_t chain_start(const std::string& epoch);
/// The checksum of `row` standing after a row with the checksum `before`.
std::int64_t chain(std::int64_t before, const EventRow& row);

}  // namespace panggil::journal
