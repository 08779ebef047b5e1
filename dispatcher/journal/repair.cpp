#include "dispatcher/journal/repair.hpp"

#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/replacement.hpp"
#include "dispatcher/journal/salvage.hpp"

namespace panggil::journal {
namespace {

// The mark may be half a minute behind when power fails. What is unknown after a loss is jumped over: no
// office issues ten tickets of one series, or does a thousand things, in that time.
constexpr core::Seq kEventMargin = 1000;
constexpr int kNumberMargin = 10;

/// The state to go on from, beyond every number that may have been given.
core::State restarted(const Salvage& salvage, WallTime now, bool end_lost) {
  core::State state = salvage.state;
  const Mark& given = salvage.given;
  if (given.day > state.day) {
    core::apply(state, {state.seq + 1, now, *given.day, "dispatcher", core::DayStarted{*given.day}});
  }
  for (const auto& [prefix, number] : given.series)
    state.series[prefix] = number + (end_lost ? kNumberMargin : 0);
  state.calls = given.calls + (end_lost ? kEventMargin : 0);
  state.seq = given.seq + (end_lost ? kEventMargin : 0);
  return state;
}

Damage fill(const StateDirectory& directory, const Identity& identity, WallTime now,
            const std::string& found) {
  const auto mark = MarkFile(directory.mark()).read();
  Replacement replacement(directory.repaired());
  const Salvage saved = salvage(directory.database(), mark, replacement.salvor());
  Damage damage{found, {}, saved.state.seq};
  damage.end_lost = !saved.end_known || saved.given.seq > saved.state.seq;
  const core::State state = restarted(saved, now, damage.end_lost);
  damage.goes_on_after = state.seq;
  damage.lost = saved.lost;
  damage.events_kept = saved.events;
  damage.answers_kept = saved.answers;
  damage.set_aside = set_aside(directory.database(), "damaged", now);
  const Origin from{mark ? mark->epoch : saved.epoch, "", saved.given.boot};
  replacement.finish(identity, from, {state, now, damage.state_at, to_text(damage)});
  return damage;
}

}  // namespace

Damage repair(const StateDirectory& directory, const Identity& identity, WallTime now,
              const std::string& found) {
  begin_replacement(directory);
  Damage damage = fill(directory, identity, now, found);
  take_place(directory);
  return damage;
}

}  // namespace panggil::journal
