/// \file
/// What the estimates know at a start: all they had learnt when the day began, and the day's own events.
#pragma once

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/foresight/foresight.hpp"
#include "dispatcher/journal/journal.hpp"

namespace panggil {

/// A day with more events than this since it began is joined in the middle instead, so that a start stays
/// short: some ten thousand visits.
inline constexpr core::Seq kMostWatched = 50'000;

/// As if it had watched since the day began, where the journal has the morning and every event since. Else
/// what was learnt is kept if it can be read, dropped with a line in the log if not, and the present day is
/// joined as it stands. Some 10 µs an event.
/// \param state  the journal's present one
foresight::Foresight hindsight(const core::Office& office, journal::Journal& journal,
                               const core::State& state, WallTime now);

}  // namespace panggil
