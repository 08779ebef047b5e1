/// \file
/// A part of the history, as it is told to those who ask for it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "dispatcher/core/event.hpp"
#include "dispatcher/journal/seq_range.hpp"

namespace panggil::journal {

struct PageRequest {
  core::Seq after = 0;        ///< only events with a greater seq
  std::optional<Day> from{};  ///< service days, both within
  std::optional<Day> to{};
  std::size_t most = 1;  ///< events; at least one
};

struct Page {
  std::vector<core::Event> events;  ///< oldest first
  std::vector<SeqRange> lost;       ///< among them, and next to them where nothing else is
  std::optional<core::Seq> next{};  ///< what the page after this one is after; nothing: there is none
};

}  // namespace panggil::journal
