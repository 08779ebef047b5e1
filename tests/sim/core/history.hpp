/// \file
/// A history of an office: moves become commands, commands events; each step is checked against all that must
/// hold whatever happens.
#pragma once

#include "dispatcher/core/decide.hpp"
#include "tests/sim/core/ledger.hpp"
#include "tests/sim/core/moves.hpp"

namespace panggil::core {

class History {
 public:
  /// It begins on a Monday at 08:00.
  explicit History(Office office);

  /// Lets time pass, then has the command decided and applied. Every check is an RC_ASSERT.
  void step(const Move& move);

  /// The same for the whole history at one go, as a start of the dispatcher does it.
  void check_replay_of_all() const;

  const State& state() const { return state_; }
  const std::vector<Event>& events() const { return events_; }

 private:
  void start_days();
  void happen(const std::vector<EventBody>& bodies, const std::string& by);
  /// A refusal or an empty yes changes nothing, and what happens touches only what the command may touch.
  void check_reach(const State& before, const Command& command) const;
  /// Everything that the undone action had changed is as it was before it.
  void check_undo(const State& before, const std::vector<EventBody>& bodies) const;
  void check_double_press(const Command& command, const std::optional<TicketNumber>& seen);
  /// A device acts at its own counters only, a supervisor anywhere, and nobody else at any.
  void check_place(const Actor& actor, const std::vector<EventBody>& bodies) const;
  void check_choice(const State& before, const std::vector<EventBody>& bodies) const;
  /// Nobody at all was passed over by a rule that compares everybody.
  void check_everybody(const State& before, const TicketCalled& call) const;
  /// Who comes, or comes back as the last, stands behind everyone who waits for the service.
  void check_line(const std::vector<EventBody>& bodies) const;
  void check_issue(const std::vector<EventBody>& bodies) const;
  void check_ledger() const;
  /// What is replayed from the first event on, one step after the other, equals the live state.
  void check_replay();

  Office office_;
  State state_;
  WallTime now_;
  std::vector<Event> events_;
  State replayed_;
  Ledger ledger_;
};

}  // namespace panggil::core
