/// \file
/// What has happened. Events are facts: they hold everything that apply() needs, so that a changed
/// configuration never changes the past. They are kept for ever: fields are only ever added
/// (docs/journal.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "dispatcher/core/command.hpp"

namespace panggil::core {

using Seq = std::uint64_t;
using CallNumber = std::uint64_t;

/// Which rule chose a ticket, and what tipped the scale, in English for the record.
struct Why {
  std::string rule;  ///< `reserved`, `overdue`, `booked`, `alternate`, `earliest`, or `chosen` by the officer
  std::string detail;
  friend bool operator==(const Why&, const Why&) = default;
};

/// A new service day: whatever was open is expired, numbers begin anew, yesterday's calls leave the boards.
struct DayStarted {
  Day day;
  friend bool operator==(const DayStarted&, const DayStarted&) = default;
};
struct CounterOpened {
  CounterId counter;
  std::optional<std::string> officer;
  friend bool operator==(const CounterOpened&, const CounterOpened&) = default;
};
struct CounterPaused {
  CounterId counter;
  std::optional<std::string> reason;
  friend bool operator==(const CounterPaused&, const CounterPaused&) = default;
};
struct CounterClosed {
  CounterId counter;
  friend bool operator==(const CounterClosed&, const CounterClosed&) = default;
};
struct TicketIssued {
  TicketNumber ticket;
  ServiceId service;
  ClassId ticket_class;
  ChannelId channel;
  std::string prefix;  ///< the series
  int number;          ///< in that series
  friend bool operator==(const TicketIssued&, const TicketIssued&) = default;
};
struct TicketCalled {
  CallNumber call;
  TicketNumber ticket;
  CounterId counter;
  Why why;
  bool out_of_order;  ///< by `call`, not by the rules: takes no turn of its class
  friend bool operator==(const TicketCalled&, const TicketCalled&) = default;
};
struct TicketRecalled {
  CallNumber call;
  TicketNumber ticket;
  CounterId counter;
  friend bool operator==(const TicketRecalled&, const TicketRecalled&) = default;
};
struct ServiceStarted {
  TicketNumber ticket;
  CounterId counter;
  friend bool operator==(const ServiceStarted&, const ServiceStarted&) = default;
};
struct TicketCompleted {
  TicketNumber ticket;
  CounterId counter;
  friend bool operator==(const TicketCompleted&, const TicketCompleted&) = default;
};
/// The ticket becomes a no-show.
struct TicketSkipped {
  TicketNumber ticket;
  CounterId counter;
  friend bool operator==(const TicketSkipped&, const TicketSkipped&) = default;
};
struct TicketReinstated {
  TicketNumber ticket;
  Position position;
  friend bool operator==(const TicketReinstated&, const TicketReinstated&) = default;
};
struct TicketCancelled {
  TicketNumber ticket;
  friend bool operator==(const TicketCancelled&, const TicketCancelled&) = default;
};

using EventBody = std::variant<DayStarted, CounterOpened, CounterPaused, CounterClosed, TicketIssued,
                               TicketCalled, TicketRecalled, ServiceStarted, TicketCompleted, TicketSkipped,
                               TicketReinstated, TicketCancelled>;

struct Event {
  Seq seq;  ///< whole, +1 an event, for ever
  WallTime at;
  Day day;         ///< the service day it belongs to
  std::string by;  ///< the client that asked, or `dispatcher`
  EventBody body;
  friend bool operator==(const Event&, const Event&) = default;
};

/// `ticket-called` and the like: the last level of `…/event/{kind}` and the journal's column.
std::string_view kind(const EventBody& body);

}  // namespace panggil::core
