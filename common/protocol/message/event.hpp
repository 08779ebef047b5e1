/// \file
/// `…/event/{kind}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "common/protocol/message/local_text.hpp"

namespace panggil::protocol {

/// What a ticket is again after an undone action.
struct RestoredTicket {
  std::string ticket;
  std::string state;
  friend bool operator==(const RestoredTicket&, const RestoredTicket&) = default;
};

/// One event of an action that was undone.
struct UndoneEvent {
  std::string kind;
  std::optional<std::string> ticket;
  friend bool operator==(const UndoneEvent&, const UndoneEvent&) = default;
};

/// `…/event/{kind}`: one event of the journal; what does not belong to its kind is absent.
struct Event {
  std::uint64_t seq = 0;
  Stamp at;
  std::string day;
  std::string kind;
  std::string by;
  std::optional<std::string> ticket;
  std::optional<std::string> service;
  std::optional<std::string> ticket_class;
  std::optional<std::string> channel;
  std::optional<std::string> counter;
  std::optional<std::string> officer;
  std::optional<std::uint64_t> call;
  std::optional<std::string> rule;
  std::optional<std::string> detail;
  std::optional<std::string> position;
  std::optional<std::string> reason;
  std::optional<std::string> outcome;
  std::optional<std::string> then;          ///< the service that the visit goes on to
  std::optional<std::string> reserved_for;  ///< the counter that the ticket waits for alone
  std::optional<std::uint64_t> first;       ///< of the events that are undone
  std::optional<std::uint64_t> last;
  std::optional<std::vector<UndoneEvent>> undone;
  std::optional<std::vector<RestoredTicket>> tickets;
  std::optional<std::string> notice;
  std::optional<std::string> area;
  std::optional<std::string> level;
  std::optional<LocalText> text;
  std::optional<Stamp> until;
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace panggil::protocol
