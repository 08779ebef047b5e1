/// \file
/// What an officer presses next: a function of what stands on the counter's screen, of who sits there, and of
/// the time.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "simulate/model/habits.hpp"
#include "simulate/model/visitors.hpp"

namespace panggil::simulate {

/// One officer's working day in moments.
struct Shift {
  WallTime from;
  WallTime until;
  std::vector<std::pair<WallTime, WallTime>> breaks;

  bool on_break(WallTime now) const;
  /// The next beginning or end of the shift or of a break.
  std::optional<WallTime> next_change(WallTime now) const;
};
Shift shift(const OfficerHabits& officer, const Zone& zone, Day day);

/// What an officer has before the eyes.
struct Sight {
  protocol::Counter counter;
  Person person;        ///< whose number is current; means nothing while there is none
  WallTime ready_at{};  ///< when the officer has tidied up after the last one
  bool more_to_come;    ///< somebody who is not waiting yet will come to this counter
};

/// A press now, or none before `look_again` unless what is seen changes.
struct Move {
  std::optional<std::string> action;
  bool call_next = true;    ///< of `skip`
  bool ends_visit = false;  ///< of `complete`
  std::optional<WallTime> look_again;
  friend bool operator==(const Move&, const Move&) = default;
};
Move officer_move(const Manners& manners, const Shift& shift, const Sight& sight, WallTime now);

}  // namespace panggil::simulate
