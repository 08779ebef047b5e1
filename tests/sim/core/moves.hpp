/// \file
/// One thing that somebody does in a random history: small numbers that only the state gives a meaning, so
/// that a history stays one when RapidCheck leaves half of it out.
#pragma once

#include <rapidcheck.h>

#include <iosfwd>

#include "dispatcher/core/command.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

struct Move {
  int who = 0;           ///< index into the devices, see moves.cpp
  int what = 0;          ///< index into Action
  int counter = 0;       ///< 1 to 4, 5 is one that the office lacks; 0: names none
  int ticket = 0;        ///< counted through those of the day; beyond them one that nobody holds
  int service = 0;       ///< 3 is one that the office lacks
  int ticket_class = 0;  ///< 3 is one that the office lacks
  int extra = 0;         ///< position, reason, officer, call_next
  int seeing = 0;        ///< `expect`: 0 none, 1 the truth, 2 no ticket, 3 some ticket
  int pause = 0;         ///< how much time passes before, index into kPauses
};

rc::Gen<std::vector<Move>> any_moves();
void showValue(const Move& move, std::ostream& out);

/// The time that passes before the move: mostly little, sometimes a day; now and then the clock goes back.
Millis pause_before(const Move& move);
Command command_of(const Move& move, const State& state, WallTime now);

}  // namespace panggil::core
