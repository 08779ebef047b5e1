/// \file
/// What each action did: the `result` of an answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/zone.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/queue.hpp"

namespace panggil::protocol {

struct TicketRef {
  std::string ticket;
  std::optional<std::string> then{};  ///< the service where it waits again
  friend bool operator==(const TicketRef&, const TicketRef&) = default;
};

struct CalledTicket {
  std::string ticket;
  std::string service;
  std::string ticket_class;
  std::string channel;
  std::uint64_t call = 0;
  std::int64_t waited_s = 0;
  friend bool operator==(const CalledTicket&, const CalledTicket&) = default;
};

struct Why {
  std::string rule;
  std::string detail;
  friend bool operator==(const Why&, const Why&) = default;
};

/// What an action that may call somebody did: `next`, `call`, `skip`, `resume`. Each null when it did not
/// happen.
struct CallResult {
  std::string counter;
  std::optional<TicketRef> completed;
  std::optional<TicketRef> skipped;
  std::optional<CalledTicket> called;
  std::optional<Why> why;
  std::uint64_t waiting = 0;
  friend bool operator==(const CallResult&, const CallResult&) = default;
};

/// `recall`.
struct RecallResult {
  std::string counter;
  CalledTicket recalled;
  friend bool operator==(const RecallResult&, const RecallResult&) = default;
};

/// `open`, `pause`, `close`.
struct CounterResult {
  std::string counter;
  std::string state;
  std::optional<std::string> officer;
  std::optional<std::string> reason;
  std::uint64_t waiting = 0;
  friend bool operator==(const CounterResult&, const CounterResult&) = default;
};

/// `start`, `complete`, `hold`, `transfer`, `reinstate`, `cancel`: what has become of one ticket.
struct TicketResult {
  std::optional<std::string> counter;
  std::string ticket;
  std::string service;
  std::string state;
  std::optional<std::string> reserved_for{};
  friend bool operator==(const TicketResult&, const TicketResult&) = default;
};

/// `issue`.
struct IssueResult {
  std::string ticket;
  std::string service;
  std::uint64_t position = 0;
  std::uint64_t ahead = 0;
  std::optional<Estimate> estimate;
  Stamp issued_at;
  friend bool operator==(const IssueResult&, const IssueResult&) = default;
};

/// `undo`.
struct UndoResult {
  std::string counter;
  std::string state;
  std::optional<TicketRef> ticket;  ///< the current one, as before
  std::optional<std::vector<UndoneEvent>> undone{};
  std::vector<RestoredTicket> restored{};
  std::uint64_t waiting = 0;
  friend bool operator==(const UndoResult&, const UndoResult&) = default;
};

/// `notice`, `clear-notice`.
struct NoticeResult {
  std::string notice;
  friend bool operator==(const NoticeResult&, const NoticeResult&) = default;
};

/// `suspend-service`, `restore-service`.
struct ServiceResult {
  std::string service;
  std::string state;
  friend bool operator==(const ServiceResult&, const ServiceResult&) = default;
};

/// `reload`: how many there are now.
struct ReloadResult {
  std::uint64_t services = 0;
  std::uint64_t counters = 0;
  friend bool operator==(const ReloadResult&, const ReloadResult&) = default;
};

/// `backup`.
struct BackupResult {
  std::string backup;  ///< its name, to ask for it again
  std::string state;   ///< `running` or `done`
  std::string file;    ///< on the dispatcher's machine
  std::uint64_t bytes = 0;
  std::uint64_t bytes_left = 0;
  friend bool operator==(const BackupResult&, const BackupResult&) = default;
};

/// Events that are missing from the journal, or not as they were written; both ends belong to it.
struct LostEvents {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  friend bool operator==(const LostEvents&, const LostEvents&) = default;
};

/// `events`.
struct EventsResult {
  std::string day;  ///< the service day that it is
  std::vector<Event> events;
  std::vector<LostEvents> lost;       ///< among them, and right before the first
  std::optional<std::uint64_t> next;  ///< `after_seq` of the page after this one; null: that was the last
  friend bool operator==(const EventsResult&, const EventsResult&) = default;
};

using ActionResult =
    std::variant<CallResult, RecallResult, CounterResult, TicketResult, IssueResult, UndoResult, NoticeResult,
                 ServiceResult, ReloadResult, BackupResult, EventsResult>;

}  // namespace panggil::protocol
