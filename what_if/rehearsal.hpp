/// \file
/// A play against the queue itself, without a wire and without waiting: a day takes milliseconds.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/protocol/message/office.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "simulate/model/play.hpp"

namespace panggil::what_if {

class Rehearsal {
 public:
  /// Told of each event once it has happened.
  using Witness = std::function<void(const core::Event&, const core::State&)>;
  /// \param office must outlive it
  Rehearsal(const core::Office& office, WallTime begins, Witness witness = {});

  /// Nothing happens in between, but for what time brings about by itself: a new service day, say.
  void pass_to(WallTime time);
  /// Until the play is over; office time passes as it asks for it, and answers come at once.
  /// \throws std::runtime_error when it is not over at `ends`
  void perform(simulate::Play& play, WallTime ends);

  /// The same, with somebody between who carries each press to press() and the outcome to the play.
  using Carry = std::function<void(simulate::Press&)>;
  void perform(simulate::Play& play, WallTime ends, const Carry& carry);

  /// One press and what comes of it, as the dispatcher would answer it.
  session::Outcome press(const simulate::Press& press);
  /// What the counters' screens show goes to the play.
  void show(simulate::Play& play) const;

  WallTime now() const { return now_; }
  const core::State& state() const { return state_; }
  /// As clients are told of it.
  protocol::Office office() const;

 private:
  void happen(const std::vector<core::EventBody>& bodies, const std::string& by);

  const core::Office& office_;
  Witness witness_;
  core::State state_;
  WallTime now_;
  int presses_ = 0;
};

}  // namespace panggil::what_if
