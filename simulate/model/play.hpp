/// \file
/// What a run asks of its clients: a simulated day, a recorded one, or plain load. Pure: told what has come
/// and what time it is; simulate/stage.hpp carries the presses to the wire.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/session/asks.hpp"
#include "simulate/model/tally.hpp"

namespace panggil::simulate {

/// One press of a button by one client. Its id and lease are given by whoever sends it.
struct Press {
  ClientId client;
  std::string action;
  protocol::Command command;
};

class Play {
 public:
  Play() = default;
  virtual ~Play() = default;
  Play(const Play&) = delete;
  Play& operator=(const Play&) = delete;

  /// Who takes part, each with a connection of its own.
  virtual std::vector<ClientId> cast() const = 0;
  /// What is pressed now. A client that has pressed presses nothing more before it has been told the outcome.
  virtual std::vector<Press> due(WallTime now) = 0;
  /// When due() may have something though nothing has come; nothing: not by itself.
  virtual std::optional<WallTime> next_due() const = 0;

  /// The end of a press: done, refused or unknown.
  virtual void settled(const Press& press, const session::Outcome& outcome, WallTime now) = 0;
  /// What became of a press that was unknown, after all.
  virtual void settled_late(const Press& press, const session::Outcome& outcome, WallTime now) = 0;
  /// A counter's topic.
  virtual void seen(const protocol::Counter& counter, WallTime now) = 0;
  /// Something has happened to a ticket, perhaps by somebody who is none of the cast; it may be missed.
  virtual void happened(const protocol::Event& event, WallTime now) = 0;

  /// No more of it: what is under way ends, nothing new begins.
  virtual void wind_up() = 0;
  /// Nothing more will be pressed.
  virtual bool over(WallTime now) const = 0;

  virtual const Tally& tally() const = 0;
  /// How many numbers of each service have been given out and not called, as far as answers tell.
  virtual std::map<ServiceId, std::size_t> waiting() const = 0;
};

}  // namespace panggil::simulate
