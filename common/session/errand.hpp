/// \file
/// One command: waits until somebody is there, asks, waits for the end.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/base/clock.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/office.hpp"
#include "common/runtime/event_loop.hpp"
#include "common/session/session.hpp"

namespace panggil::session {

struct Errand {
  std::string action;
  protocol::Command command;  ///< without `id` and `lease`
  /// `expect` becomes what this counter's retained state shows as current when the command is sent.
  std::optional<CounterId> expect_what_is_shown;
  /// Puts in what only the office and its clock can say, right before the command is sent.
  std::function<void(protocol::Command&, const protocol::Office&, const Stamp& now)> complete{};
};

struct ErrandEnd {
  Outcome outcome = NotSent{LinkState::kNoBroker};
  std::string site;
  std::optional<protocol::Office> office;  ///< as it was retained, if it came in time
  std::optional<mqtt::Trouble> trouble;    ///< why the broker could not be reached, if so
  bool interrupted = false;                ///< by a signal
};

/// Runs `loop` to the end of the errand: 3 s for the broker, 3 s for a beat and what else is needed, 8 s for
/// the answer.
ErrandEnd run_errand(Session& session, EventLoop& loop, const Clock& clock, Errand errand);

}  // namespace panggil::session
