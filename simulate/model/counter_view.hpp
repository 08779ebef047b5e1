/// \file
/// What a client knows of its counter: the newest of the counter's topic and of the answers to its own
/// presses.
#pragma once

#include <optional>
#include <string>

#include "common/base/ids.hpp"
#include "common/base/zone.hpp"
#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/result.hpp"
#include "common/session/asks.hpp"

namespace panggil::simulate {

class CounterView {
 public:
  explicit CounterView(const CounterId& counter);

  const protocol::Counter& now() const { return counter_; }
  /// What `expect` says of it.
  protocol::Expect expect() const;

  /// A payload of the counter's topic; one that is older than what is known is ignored.
  void take(const protocol::Counter& seen);
  /// An answer. \param at when it came: the topic has the exact times soon after.
  void take(const protocol::Answer& answer, const Stamp& at);
  /// What became of a press: the answer, if there was one.
  void take(const session::Outcome& outcome, WallTime now);

 private:
  void correct(const protocol::Expect& current, const Stamp& at);
  void apply(const protocol::CallResult& result, const Stamp& at);
  void apply(const protocol::RecallResult& result, const Stamp& at);
  void apply(const protocol::CounterResult& result, const Stamp& at);
  void apply(const protocol::TicketResult& result, const Stamp& at);
  void apply(const protocol::UndoResult& result, const Stamp& at);
  /// What supervisors ask for changes no counter.
  void apply(const auto&, const Stamp&) {}
  void apply(const protocol::IssueResult& result, const Stamp& at);

  protocol::Counter counter_;
};

}  // namespace panggil::simulate
