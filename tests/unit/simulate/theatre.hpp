/// \file
/// Plays a play against the real queue core, remembers what was pressed, and may swallow answers.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "common/protocol/message/office.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "simulate/model/play.hpp"
#include "what_if/rehearsal.hpp"

namespace panggil::simulate {

/// The core's view of sample::office(), always open.
core::Office core_office();

class Theatre {
 public:
  Theatre(core::Office office, WallTime begins);

  /// \throws std::runtime_error, which fails the test, when it is not over at `ends`
  void perform(Play& play, WallTime ends);
  /// Instead of an answer to this press (counted from 1), nothing comes; but it happens.
  void swallow(std::size_t press) { swallowed_.insert(press); }

  /// For a play that has no end of its own.
  void wind_up_after(std::size_t presses) { most_ = presses; }

  WallTime now() const { return rehearsal_.now(); }
  const core::State& state() const { return rehearsal_.state(); }
  const protocol::Office& office() const { return wire_office_; }
  /// What was pressed, e.g. `counter-1 next`.
  const std::vector<std::string>& presses() const { return presses_; }
  std::size_t refusals() const { return refusals_; }
  std::size_t tickets_in(core::TicketState state) const;

 private:
  void press(Play& play, const Press& press);

  core::Office office_;
  what_if::Rehearsal rehearsal_;
  protocol::Office wire_office_;
  std::vector<std::string> presses_;
  std::set<std::size_t> swallowed_;
  std::size_t refusals_ = 0;
  std::size_t most_ = 1'000'000;
};

}  // namespace panggil::simulate
