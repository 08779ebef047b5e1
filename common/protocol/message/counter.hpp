/// \file
/// `…/counter/{counter}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"

namespace panggil::protocol {

/// A counter's current ticket.
struct CurrentTicket {
  std::string ticket;
  std::string service;
  std::string ticket_class;  ///< `class` on the wire
  std::string channel;
  std::string state;  ///< `called` or `serving`
  Stamp called_at;
  std::optional<Stamp> started_at;
  std::uint64_t call = 0;
  std::int64_t waited_s = 0;
  std::int64_t recalls = 0;
  friend bool operator==(const CurrentTicket&, const CurrentTicket&) = default;
};

/// `…/counter/{counter}`.
struct Counter {
  std::uint64_t seq = 0;
  std::string counter;
  std::string state;
  std::optional<std::string> officer;
  std::optional<std::string> reason;  ///< of the pause
  std::optional<CurrentTicket> ticket;
  std::optional<Stamp> since;  ///< of the state; null before the first
  std::uint64_t waiting = 0;   ///< for this counter's services
  std::vector<std::string> held;
  std::vector<std::string> no_show;  ///< of this counter's services, newest first, at most 20
  std::optional<std::uint64_t> last_call;
  std::optional<std::vector<std::string>> next{};  ///< whom `next` would call, one after the other; at most 3
  friend bool operator==(const Counter&, const Counter&) = default;
};

}  // namespace panggil::protocol
