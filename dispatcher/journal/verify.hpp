/// \file
/// Reads a whole journal without changing it: is it sound, and what does it hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "dispatcher/journal/damage.hpp"
#include "dispatcher/journal/day_summary.hpp"
#include "dispatcher/journal/mark.hpp"

namespace panggil::journal {

/// What a repair would save.
struct Salvageable {
  std::size_t events = 0;
  std::size_t answers = 0;
  core::Seq state_at = 0;  ///< the queue would stand as after this event
  bool end_lost = false;   ///< events after it are lost, or nobody knows whether any are
  std::vector<SeqRange> lost;
};

struct Report {
  std::filesystem::path directory;
  std::vector<std::string> faults;  ///< a sentence each; none: the journal is sound
  std::string epoch;
  std::string site;
  std::string clock;
  std::uint64_t starts = 0;
  core::Seq last_event = 0;
  std::size_t events = 0;
  std::size_t answers = 0;
  std::vector<core::Seq> snapshots;  ///< at these events; each equals what replaying the events gives
  std::vector<std::string> repairs;  ///< what earlier ones reported
  std::vector<DaySummary> days;
  std::optional<Salvageable> salvageable;  ///< when there are faults

  bool sound() const { return faults.empty(); }
};

/// Every page, every checksum, the chain of all events; all of them replayed from the first and compared with
/// the snapshots; the invariants of the queue at the end. \throws StateInUse while a dispatcher runs on the
/// directory; NewerJournal. \throws std::exception when there is no journal, or the machine would not read.
Report verify(const std::filesystem::path& path);

/// The same of a single file that no dispatcher uses; `mark`: how far it should have come, if that is known.
/// The file is not changed, but has to be writable.
Report verify_file(const std::filesystem::path& file, const std::optional<Mark>& mark);

/// For people, in English; times of day in `zone`.
std::string to_text(const Report& report, const Zone& zone);

}  // namespace panggil::journal
