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
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "dispatcher/core/command.hpp"

namespace panggil::core {

using Seq = std::uint64_t;
using CallNumber = std::uint64_t;

enum class TicketState { kWaiting, kCalled, kServing, kHeld, kNoShow, kCompleted, kCancelled, kExpired };

/// Who did what time alone has brought about.
inline constexpr std::string_view kDispatcher = "dispatcher";

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
  bool out_of_order;       ///< by `call` or `resume`, not by the rules: takes no turn of its class
  bool continues = false;  ///< one action with the event before it, which ended another ticket there
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
  std::optional<std::string> outcome{};
  std::optional<ServiceId> then{};  ///< the visit goes on: the ticket waits again, there
  friend bool operator==(const TicketCompleted&, const TicketCompleted&) = default;
};
struct TicketHeld {
  TicketNumber ticket;
  CounterId counter;
  std::optional<std::string> reason;
  friend bool operator==(const TicketHeld&, const TicketHeld&) = default;
};
struct TicketTransferred {
  TicketNumber ticket;
  CounterId counter;                      ///< where it was
  ServiceId service;                      ///< which it waits for now
  std::optional<CounterId> reserved_for;  ///< it waits for this counter alone
  Position position;
  friend bool operator==(const TicketTransferred&, const TicketTransferred&) = default;
};
/// The counter that it waited for alone has closed; it waits for its service, where it stands by its place.
struct TicketReleased {
  TicketNumber ticket;
  CounterId counter;
  friend bool operator==(const TicketReleased&, const TicketReleased&) = default;
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
  std::optional<CounterId> counter{};  ///< where it was done, if at one
  friend bool operator==(const TicketReinstated&, const TicketReinstated&) = default;
};
struct TicketCancelled {
  TicketNumber ticket;
  std::optional<CounterId> counter{};  ///< where it was done, if at one
  friend bool operator==(const TicketCancelled&, const TicketCancelled&) = default;
};

/// What an undone action had changed of a ticket is as before.
struct Restored {
  TicketNumber ticket;
  TicketState state;  ///< what it is again
  friend bool operator==(const Restored&, const Restored&) = default;
};
/// One event of an undone action: of which kind, and which ticket it was about.
struct Undone {
  std::string_view kind;
  std::optional<TicketNumber> ticket;
  friend bool operator==(const Undone&, const Undone&) = default;
};
/// The counter's last action is made good: all it changed is as before it, but for the numbers given. The
/// events themselves stay.
struct ActionUndone {
  CounterId counter;
  Seq first;  ///< of the action's events
  Seq last;
  std::vector<Restored> tickets;
  std::vector<Undone> events{};  ///< in their order; none where an earlier version wrote it
  friend bool operator==(const ActionUndone&, const ActionUndone&) = default;
};

struct NoticePosted {
  NoticeId notice;
  std::optional<AreaId> area;
  NoticeLevel level;
  LocalText text;
  std::optional<WallTime> until;
  friend bool operator==(const NoticePosted&, const NoticePosted&) = default;
};
struct NoticeCleared {
  NoticeId notice;
  friend bool operator==(const NoticeCleared&, const NoticeCleared&) = default;
};
/// The service gives out no tickets until it is restored.
struct ServiceSuspended {
  ServiceId service;
  friend bool operator==(const ServiceSuspended&, const ServiceSuspended&) = default;
};
struct ServiceRestored {
  ServiceId service;
  friend bool operator==(const ServiceRestored&, const ServiceRestored&) = default;
};

using EventBody =
    std::variant<DayStarted, CounterOpened, CounterPaused, CounterClosed, TicketIssued, TicketCalled,
                 TicketRecalled, ServiceStarted, TicketCompleted, TicketSkipped, TicketReinstated,
                 TicketCancelled, TicketHeld, TicketTransferred, TicketReleased, ActionUndone, NoticePosted,
                 NoticeCleared, ServiceSuspended, ServiceRestored>;

struct Event {
  Seq seq;  ///< whole, +1 an event, for ever
  WallTime at;
  Day day;         ///< the service day it belongs to
  std::string by;  ///< the client that asked, or kDispatcher
  EventBody body;
  friend bool operator==(const Event&, const Event&) = default;
};

/// `ticket-called` and the like: the last level of `…/event/{kind}` and the journal's column.
std::string_view kind(const EventBody& body);

}  // namespace panggil::core
