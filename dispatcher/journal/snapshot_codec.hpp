/// \file
/// A whole State as text: one small JSON object a line, so that a day of thousands of tickets is never one
/// big document in memory (docs/journal.md).
#pragma once

#include <string>
#include <string_view>

#include "dispatcher/core/state.hpp"

namespace panggil::journal {

std::string encode_snapshot(const core::State& state);

/// Equal to what was encoded.
/// \throws NewerJournal for a line that this version does not know.
/// \throws JournalDamaged naming the line that cannot be read.
core::State decode_snapshot(std::string_view text);

}  // namespace panggil::journal
