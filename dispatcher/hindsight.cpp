#include "dispatcher/hindsight.hpp"

#include <exception>

#include "common/base/log.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil {
namespace {

using foresight::Foresight;

void drop(journal::Journal& journal, const std::string& why) {
  log::warn(
      "{}: what the waiting times of earlier days have taught is dropped, and the estimates learn anew; they "
      "are back when some forty people have been called",
      why);
  journal.drop_morning();
}

std::optional<journal::Morning> readable_morning(journal::Journal& journal) {
  try {
    return journal.morning();
  } catch (const journal::JournalDamaged& damage) {
    drop(journal, damage.what());
    return std::nullopt;
  }
}

/// Plays the day again. False when the events do not lead from the morning to `state`: a repair may have had
/// to leave some out.
bool watch(Foresight& foresight, const core::Office& office, journal::Journal& journal, core::State morning,
           const core::State& state) {
  if (morning.seq > state.seq || state.seq - morning.seq > kMostWatched) return false;
  try {
    foresight.begin_day(office, morning);
    journal.replay(morning.seq, [&](const core::Event& event) {
      core::apply(morning, event);
      foresight.happened(office, morning, event);
    });
  } catch (const std::exception& error) {
    // The queue needs none of these events any more; whoever looks over the journal tells of damage.
    log::warn("the events of today cannot be played again: {}", error.what());
    return false;
  }
  return morning == state;
}

}  // namespace

Foresight hindsight(const core::Office& office, journal::Journal& journal, const core::State& state,
                    WallTime now) {
  Foresight fresh(office.zone);
  if (const auto morning = readable_morning(journal)) {
    auto recalled = Foresight::recalled(office.zone, morning->learnt);
    if (recalled) {
      const Foresight unwatched = *recalled;
      if (watch(*recalled, office, journal, morning->state, state)) return *recalled;
      log::info("the estimates join the day as it stands: not every event of it is at hand");
      fresh = unwatched;
    } else {
      drop(journal, "the morning kept in the journal cannot be read");
    }
  }
  fresh.join(office, state, now);
  return fresh;
}

}  // namespace panggil
