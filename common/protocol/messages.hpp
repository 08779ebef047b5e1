/// \file
/// Every payload on the wire as a type, field by field as docs/protocol.md states it. One codec turns them
/// into JSON and back (codec.hpp); nobody else sees JSON.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/zone.hpp"

namespace panggil::protocol {

using LocalText = std::map<std::string, std::string>;

/// `…/status`. Of the dispatcher: `online`, `degraded` (works, but somebody should look: `reason`) or
/// `offline`.
struct Status {
  std::string state;
  std::string epoch;
  std::uint64_t boot = 0;
  std::uint64_t seq = 0;
  std::string version;
  std::string clock;  ///< `real` or `simulated`
  std::optional<std::string> reason;
  Stamp since;
  friend bool operator==(const Status&, const Status&) = default;
};

/// `…/beat`, twice a second.
struct Beat {
  std::string epoch;
  std::uint64_t seq = 0;
  std::int64_t mono_ms = 0;
  Stamp time;
  friend bool operator==(const Beat&, const Beat&) = default;
};

struct OfficeArea {
  std::string area;
  LocalText name;
  friend bool operator==(const OfficeArea&, const OfficeArea&) = default;
};
struct OfficeService {
  std::string service;
  LocalText name;
  std::string prefix;
  std::string state;  ///< `open`, `closed`, `ending`, `suspended` or `full`
  std::optional<Stamp> opens_at;
  std::optional<Stamp> closes_at;
  std::optional<Stamp> last_ticket_at{};
  std::optional<std::int64_t> target_wait_s{};  ///< which a wait should not exceed
  friend bool operator==(const OfficeService&, const OfficeService&) = default;
};
struct OfficeCounter {
  std::string counter;
  LocalText label;
  std::vector<std::string> areas;
  std::vector<std::string> services;
  friend bool operator==(const OfficeCounter&, const OfficeCounter&) = default;
};
/// `…/office`.
struct Office {
  std::uint64_t seq = 0;
  std::string site;
  LocalText name;
  std::vector<std::string> languages;
  std::string timezone;
  std::string clock;
  std::vector<OfficeArea> areas;
  std::vector<std::string> classes;
  std::vector<OfficeService> services;
  std::vector<OfficeCounter> counters;
  friend bool operator==(const Office&, const Office&) = default;
};

struct Estimate {
  std::int64_t low_s = 0;
  std::int64_t high_s = 0;
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// `…/call/{area}`, and each of a board's calls.
struct Call {
  std::string epoch;
  std::uint64_t seq = 0;
  std::uint64_t call = 0;
  std::string kind;  ///< `call` or `recall`
  Stamp at;
  std::string area;
  std::string ticket;
  std::string counter;
  LocalText label;
  std::string service;
  friend bool operator==(const Call&, const Call&) = default;
};

struct BoardCounter {
  std::string counter;
  LocalText label;
  std::string state;  ///< `open`, `paused` or `closed`
  std::optional<std::string> ticket;
  friend bool operator==(const BoardCounter&, const BoardCounter&) = default;
};
struct BoardService {
  std::string service;
  LocalText name;
  std::string state;
  std::uint64_t waiting = 0;
  std::optional<Estimate> estimate;
  std::optional<std::string> last_called;
  friend bool operator==(const BoardService&, const BoardService&) = default;
};
struct Notice {
  std::string notice;
  std::string level;  ///< `info`, `warning` or `emergency`
  LocalText text;
  std::optional<Stamp> until;
  friend bool operator==(const Notice&, const Notice&) = default;
};
/// `…/board/{area}`: the whole picture.
struct Board {
  std::string epoch;
  std::uint64_t seq = 0;
  Stamp at;
  std::string area;
  bool open = false;        ///< a service that this area's counters take is open
  std::vector<Call> calls;  ///< the last 12, newest first
  std::vector<BoardCounter> counters;
  std::vector<BoardService> services;
  std::vector<Notice> notices;
  friend bool operator==(const Board&, const Board&) = default;
};

/// `…/queue/{service}`.
struct Queue {
  std::uint64_t seq = 0;
  std::string service;
  std::string state;
  std::uint64_t waiting = 0;
  std::uint64_t held = 0;
  std::optional<Estimate> estimate;
  std::optional<std::string> last_called;
  std::optional<std::int64_t> quota_left;
  friend bool operator==(const Queue&, const Queue&) = default;
};

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

/// The ticket that its sender sees as current; nothing inside is `{"ticket":null}`.
struct Expect {
  std::optional<std::string> ticket;
  friend bool operator==(const Expect&, const Expect&) = default;
};
struct Lease {
  std::string epoch;
  std::int64_t mono_ms = 0;
  friend bool operator==(const Lease&, const Lease&) = default;
};

/// In each language, or the same in all.
using AnyText = std::variant<std::string, LocalText>;

/// The payload of `…/cmd/{client}/{action}`. Which of the optional fields an action takes docs/protocol.md
/// says.
struct Command {
  std::string id;
  std::optional<std::string> counter;
  std::optional<Expect> expect;
  std::optional<Lease> lease;
  std::optional<std::string> ticket;
  std::optional<std::string> service;
  std::optional<std::string> ticket_class;
  std::optional<std::string> channel;
  std::optional<std::string> officer;
  std::optional<std::string> reason;
  std::optional<std::string> position;
  std::optional<bool> call_next;
  std::optional<std::string> to_counter;
  std::optional<std::string> outcome;
  std::optional<bool> final_service;  ///< `final` on the wire
  std::optional<std::string> notice;
  std::optional<std::string> area;
  std::optional<std::string> level;
  std::optional<AnyText> text;
  std::optional<Stamp> until;
  std::optional<std::uint64_t> after_seq;
  std::optional<std::string> from;  ///< service days
  std::optional<std::string> to;
  std::optional<std::uint64_t> limit;
  std::optional<std::string> backup;
  friend bool operator==(const Command&, const Command&) = default;
};

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

struct Error {
  std::string code;
  std::string message;
  std::optional<LocalText> text{};  ///< the message, in every language that there is one in
  std::optional<Expect> current;
  std::optional<Stamp> opens_at;
  friend bool operator==(const Error&, const Error&) = default;
};

/// `…/reply/{client}`. Exactly one of result and error is there.
struct Answer {
  std::optional<std::string> id;
  std::string action;
  std::uint64_t seq = 0;
  std::optional<ActionResult> result;
  std::optional<Error> error;
  bool ok() const { return result.has_value(); }
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// `…/device/{client}/state`.
struct DeviceState {
  std::string state;  ///< `online` or `offline`
  std::int64_t boot = 0;
  std::string program;
  std::string version;
  std::optional<Stamp> since;
  friend bool operator==(const DeviceState&, const DeviceState&) = default;
};

/// What of the content that was announced last is on a device.
struct ContentHealth {
  std::string sha256;                 ///< of the manifest that was announced
  std::string state;                  ///< `fetching`, `waiting`, `refused` or `complete`
  std::optional<std::string> detail;  ///< how far it is, or why it goes no further
  friend bool operator==(const ContentHealth&, const ContentHealth&) = default;
};

/// `…/device/{client}/health`, every 10 s; what a device does not have is absent.
struct Health {
  std::int64_t uptime_s = 0;
  std::int64_t resident_kib = 0;
  std::optional<std::uint64_t> frames;
  std::optional<std::uint64_t> last_call;
  std::optional<std::string> screen;
  std::optional<std::string> sound;
  std::optional<std::string> media;  ///< what is shown when nobody is called, and what of it cannot be read
  std::optional<std::string> video;  ///< how videos are drawn: `opengl`, `software`, with the reason
  std::optional<ContentHealth> content;
  std::optional<std::string>
      power;  ///< of the screen: `on`, `off`, and what of the hardware did not take part
  std::optional<std::string> printer;  ///< of a kiosk
  std::optional<std::string> keypad;   ///< of a counter without a window
  std::optional<double> temperature_c;
  std::optional<bool> clock_synchronised;
  friend bool operator==(const Health&, const Health&) = default;
};

/// `…/device/{client}/shown`: this call has been on the screen its minimum time.
struct Shown {
  std::uint64_t call = 0;
  Stamp at;
  friend bool operator==(const Shown&, const Shown&) = default;
};

/// `…/device/{client}/order`: a supervisor wants something of a device itself.
struct DeviceOrder {
  std::string id;
  std::string order;                 ///< `screenshot`, `power`
  std::optional<std::string> power;  ///< with `power`: `on`, `off` or `hours`
  friend bool operator==(const DeviceOrder&, const DeviceOrder&) = default;
};

/// `…/device/{client}/content`: which pictures and videos it is to have. Null: those of its own.
struct ContentAnnouncement {
  std::optional<std::string> manifest;  ///< `http://…/manifest.json`
  std::optional<std::string> sha256;    ///< of that file
  friend bool operator==(const ContentAnnouncement&, const ContentAnnouncement&) = default;
};

struct ContentFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
  friend bool operator==(const ContentFile&, const ContentFile&) = default;
};
/// `manifest.json`, beside the files that it names.
struct ContentManifest {
  std::vector<ContentFile> files;
  friend bool operator==(const ContentManifest&, const ContentManifest&) = default;
};

/// `…/device/{client}/picture`: a part of the answer to `screenshot`.
struct DevicePicture {
  std::string id;  ///< the order's
  std::uint64_t part = 0;
  std::uint64_t parts = 0;          ///< 0: there is none, see `error`
  std::optional<std::string> data;  ///< base64 of a part of a PNG file
  std::optional<std::string> error;
  friend bool operator==(const DevicePicture&, const DevicePicture&) = default;
};

}  // namespace panggil::protocol
