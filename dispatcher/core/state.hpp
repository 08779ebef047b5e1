/// \file
/// The queue as it stands: a function of the events and of nothing else. Only apply() changes it.
#pragma once

#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "dispatcher/core/event.hpp"

namespace panggil::core {

enum class CounterState { kClosed, kOpen, kPaused };

/// A part of a visit that is over, at a service from which the visit went on.
struct EarlierLeg {
  ServiceId service;
  Millis at_counter{};  ///< from its call on
  friend bool operator==(const EarlierLeg&, const EarlierLeg&) = default;
};

struct Ticket {
  TicketNumber number;
  ServiceId service;
  ClassId ticket_class;
  ChannelId channel;
  TicketState state = TicketState::kWaiting;
  WallTime arrived_at;  ///< of the visit, whichever service it waits for now
  WallTime
      queued_at;  ///< its place in the line; later than arrived_at if put last, or if the clock went back
  WallTime joined_at{};  ///< when this leg of the visit began: its waiting time counts from here
  std::optional<WallTime> called_at{};   ///< the latest call, not its recalls
  std::optional<WallTime> started_at{};  ///< since that call
  std::optional<WallTime> ended_at{};    ///< when it became completed, cancelled, held or a no-show
  std::optional<CounterId> counter{};    ///< where it is current, or was last
  std::optional<CallNumber> last_call{};
  std::optional<CounterId> reserved_for{};  ///< while it waits for that counter alone
  bool first = false;                       ///< put before everyone else
  int recalls = 0;                          ///< since the latest call
  std::vector<EarlierLeg> earlier_legs{};
  friend bool operator==(const Ticket&, const Ticket&) = default;
};

/// Waits, is held or is a no-show: stands in a line, and may be called.
bool stands_in_line(TicketState state);

/// A ticket's place: by time, ties by number.
struct Place {
  WallTime at;
  TicketNumber number;
  friend bool operator==(const Place&, const Place&) = default;
  friend auto operator<=>(const Place&, const Place&) = default;
};
using Line = std::set<Place>;

/// The turns that the classes of one service have had.
struct Turns {
  std::optional<ClassId> last;  ///< the class last called by the rules
  int in_a_row = 0;             ///< how often it was, without another class in between

  /// The rules have called one of this class.
  void take(const ClassId& ticket_class);
  friend bool operator==(const Turns&, const Turns&) = default;
};

struct Queue {
  std::map<ClassId, Line>
      lines;      ///< the waiting ones of each class, without those put first; no line is empty
  Line first;     ///< the waiting ones put first
  Line no_shows;  ///< by when they became that
  Line held;      ///< likewise
  Turns turns;
  std::optional<TicketNumber> last_called;
  int issued = 0;  ///< this service day

  std::size_t waiting() const;
  /// Puts a ticket of this service that waits, is held or a no-show where it belongs; others stand nowhere.
  void enter(const Ticket& ticket);
  /// Takes it out again. False when it did not stand there.
  bool leave(const Ticket& ticket);
  friend bool operator==(const Queue&, const Queue&) = default;
};

/// Those who wait for one counter alone; nobody else sees them in a line.
struct Reserved {
  Line first;   ///< those put first
  Line others;  ///< by place, whatever their class

  std::size_t waiting() const { return first.size() + others.size(); }
  /// \pre somebody waits.
  const TicketNumber& next() const { return (first.empty() ? others : first).begin()->number; }
  Line& line_of(const Ticket& ticket) { return ticket.first ? first : others; }
  friend bool operator==(const Reserved&, const Reserved&) = default;
};

struct Call {
  CallNumber number;
  bool recall;
  Seq seq;
  WallTime at;
  TicketNumber ticket;
  CounterId counter;
  ServiceId service;
  friend bool operator==(const Call&, const Call&) = default;
};

struct CounterStatus {
  CounterState state = CounterState::kClosed;
  std::optional<std::string> officer;
  std::optional<std::string> reason;   ///< of the pause
  std::optional<TicketNumber> ticket;  ///< the current one: called or serving
  WallTime since{};                    ///< of the present state
  std::deque<Call> calls;              ///< this day's, newest first, at most kKeptCalls
  friend bool operator==(const CounterStatus&, const CounterStatus&) = default;
};

/// Enough at each counter for any board to show the last twelve of its area.
inline constexpr std::size_t kKeptCalls = 12;

/// A counter's last action as long as nothing has built on it: all it changed, as it was before.
struct Undoable {
  Seq first = 0;  ///< of the action's events
  Seq last = 0;
  WallTime at{};
  CounterStatus status;
  std::vector<Undone> events{};  ///< of the action
  std::vector<Ticket> tickets{};
  std::optional<ServiceId> service{};  ///< that it called from; then also:
  Turns turns{};
  std::optional<TicketNumber> last_called{};
  friend bool operator==(const Undoable&, const Undoable&) = default;
};

struct Notice {
  NoticeId id;
  std::optional<AreaId> area;  ///< nothing: everywhere
  NoticeLevel level;
  LocalText text;
  std::optional<WallTime> until;
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// Those of one service who were served on a past day; see service_times.hpp.
struct ServedDay {
  Day day{};
  int people = 0;
  Millis at_counter{};  ///< of all of them together
  friend bool operator==(const ServedDay&, const ServedDay&) = default;
};

struct State {
  Seq seq = 0;                             ///< of the last event applied
  std::optional<Day> day;                  ///< nothing before the first event
  CallNumber calls = 0;                    ///< the last call number given
  std::map<TicketNumber, Ticket> tickets;  ///< this service day's
  std::map<ServiceId, Queue> queues;
  std::map<CounterId, CounterStatus> counters;
  std::map<std::string, int> series;       ///< prefix to the last number given this day
  std::map<CounterId, Reserved> reserved;  ///< none of them empty
  std::map<CounterId, Undoable> undoable;
  std::vector<Notice> notices;  ///< the standing ones, oldest first
  std::uint64_t posted = 0;     ///< notices, ever
  std::set<ServiceId> suspended;
  std::map<ServiceId, std::deque<ServedDay>> served;  ///< oldest first, at most kKeptServedDays

  /// Null when there is none.
  const Ticket* find(const TicketNumber& number) const;
  /// Those never used before read as empty and closed.
  const Queue& queue(const ServiceId& service) const;
  const CounterStatus& counter(const CounterId& counter) const;

  /// Puts a ticket into the line that it belongs to, if to any, and takes it out again; the latter is false
  /// when it did not stand there.
  void enter_line(const Ticket& ticket);
  bool leave_line(const Ticket& ticket);

  friend bool operator==(const State&, const State&) = default;
};

}  // namespace panggil::core
