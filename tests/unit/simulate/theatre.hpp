/// \file
/// Plays a play against the real queue core, without a wire and without waiting: a day takes milliseconds.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

/// The core's view of sample::office(), always open.
core::Office core_office();

class Theatre {
 public:
  Theatre(core::Office office, WallTime begins);

  /// Office time passes as the play asks for it; answers come at once. Fails the test after `ends`.
  void perform(Play& play, WallTime ends);
  /// Instead of an answer to this press (counted from 1), nothing comes; but it happens.
  void swallow(std::size_t press) { swallowed_.insert(press); }

  /// For a play that has no end of its own.
  void wind_up_after(std::size_t presses) { most_ = presses; }

  WallTime now() const { return now_; }
  const core::State& state() const { return state_; }
  const protocol::Office& office() const { return wire_office_; }
  /// What was pressed, e.g. `counter-1 next`.
  const std::vector<std::string>& presses() const { return presses_; }
  std::size_t refusals() const { return refusals_; }
  std::size_t tickets_in(core::TicketState state) const;

 private:
  void press(Play& play, Press press);
  session::Outcome outcome(const Press& press);
  void happen(const std::vector<core::EventBody>& bodies, const std::string& by);
  void show(Play& play);

  core::Office office_;
  core::State state_;
  WallTime now_;
  protocol::Office wire_office_;
  std::vector<std::string> presses_;
  std::set<std::size_t> swallowed_;
  std::size_t refusals_ = 0;
  std::size_t most_ = 1'000'000;
};

}  // namespace panggil::simulate
