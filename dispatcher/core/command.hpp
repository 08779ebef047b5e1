/// \file
/// What somebody wants done, already decoded and well-formed; whether it may be done is decide()'s to say.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ids.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// Where in its line a ticket comes to stand.
enum class Position { kSorted, kFirst, kLast };

struct Open {
  std::optional<std::string> officer;
};
struct Pause {
  std::optional<std::string> reason;
};
struct Close {};
struct Next {};
struct CallTicket {
  TicketNumber ticket;
};
struct Recall {};
struct Start {};
struct Complete {
  std::optional<std::string> outcome{};  ///< what came of it, for the record
  bool ends_visit = false;               ///< the ticket goes on nowhere, even where its service has a `then`
};
struct Skip {
  bool call_next = true;
};
struct Hold {
  std::optional<std::string> reason;
};
struct Resume {
  TicketNumber ticket;
};
struct Transfer {
  std::variant<ServiceId, CounterId> to;  ///< to that counter: it waits for it alone
  Position position = Position::kSorted;
};
struct Undo {};
struct Reinstate {
  TicketNumber ticket;
  Position position = Position::kLast;
};
struct Cancel {
  TicketNumber ticket;
};
struct Issue {
  ServiceId service;
  std::optional<ClassId> ticket_class;  ///< nothing: the office's first
  std::optional<ChannelId> channel;     ///< nothing: named after the actor's role
};

enum class NoticeLevel { kInfo, kWarning, kEmergency };

struct PostNotice {
  std::optional<AreaId> area;  ///< nothing: everywhere
  NoticeLevel level;
  LocalText text;                 ///< under no language: the same in all
  std::optional<WallTime> until;  ///< nothing: until somebody clears it
};
struct ClearNotice {
  NoticeId notice;
};
struct SuspendService {
  ServiceId service;
};
struct RestoreService {
  ServiceId service;
};

using Action = std::variant<Open, Pause, Close, Next, CallTicket, Recall, Start, Complete, Skip, Reinstate,
                            Cancel, Issue, Hold, Resume, Transfer, Undo, PostNotice, ClearNotice,
                            SuspendService, RestoreService>;

/// Who asks: the name the broker vouches for, and what that name may do.
struct Actor {
  ClientId client;
  Role role;
  std::vector<CounterId> counters;  ///< where it may act, if its role is kCounter; a supervisor may anywhere
};

/// The ticket that the one who asks sees as current; nothing inside: none.
struct Expect {
  std::optional<TicketNumber> ticket;
};

struct Command {
  Actor actor;
  std::optional<CounterId> counter;  ///< as named in the command; needed where the actor may act at several
  std::optional<Expect> expect;
  Action action;
};

enum class ErrorCode {
  kBadRequest,
  kUnknownAction,
  kUnknownCounter,
  kUnknownService,
  kUnknownTicket,
  kForbidden,
  kConflict,
  kStale,
  kBusy,
  kCounterClosed,
  kHasCurrentTicket,
  kNoCurrentTicket,
  kWrongState,
  kServiceClosed,
  kServiceSuspended,
  kQuotaFull,
  kSeriesExhausted,
  kNothingToUndo,
  kInUse,
  kBackupFailed,
  kInternal
};

/// A "no". Nothing has changed.
struct Rejection {
  ErrorCode code;
  /// The entry of the text catalogues that explains it, e.g. `refused.conflict`, and what to put into it.
  std::string text;
  std::map<std::string, std::string> facts;
  /// With kConflict: the counter has this one (nothing inside: none).
  std::optional<Expect> current;
  /// With kServiceClosed: when it opens again, if that is known.
  std::optional<WallTime> opens_at;
  /// Facts that differ with the language: entries of the catalogues, by the name of the fact, each filled
  /// with the facts above.
  std::map<std::string, std::string> worded{};
  /// Facts that whoever found the fault has worded already, in each language.
  std::map<std::string, LocalText> told{};
};

}  // namespace panggil::core
