/// \file
/// Which fields each message has, once for both ways: `fields(visitor, message)` hands every field to the
/// visitor under its name on the wire, in the order of docs/protocol.md. For codec.cpp only.
///
/// A visitor is called as `v("name", field)` where the field must be there (a std::optional: or null), and as
/// `v.if_any("name", field)` where a std::optional without a value is left out.
#pragma once

#include <concepts>
#include <type_traits>

#include "common/protocol/messages.hpp"

namespace panggil::protocol {

/// M is Message or const Message: encoding visits const ones.
template <class M, class Message>
concept Is = std::same_as<std::remove_const_t<M>, Message>;

template <class V, Is<Status> M>
void fields(V& v, M& m) {
  v("state", m.state);
  v("epoch", m.epoch);
  v("boot", m.boot);
  v("seq", m.seq);
  v("version", m.version);
  v("clock", m.clock);
  v.if_any("reason", m.reason);
  v("since", m.since);
}
template <class V, Is<Beat> M>
void fields(V& v, M& m) {
  v("epoch", m.epoch);
  v("seq", m.seq);
  v("mono_ms", m.mono_ms);
  v("time", m.time);
}
template <class V, Is<OfficeArea> M>
void fields(V& v, M& m) {
  v("area", m.area);
  v("name", m.name);
}
template <class V, Is<OfficeService> M>
void fields(V& v, M& m) {
  v("service", m.service);
  v("name", m.name);
  v("prefix", m.prefix);
  v("state", m.state);
  v("opens_at", m.opens_at);
  v("closes_at", m.closes_at);
  v("last_ticket_at", m.last_ticket_at);
  v.if_any("target_wait_s", m.target_wait_s);
}
template <class V, Is<OfficeCounter> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("label", m.label);
  v("areas", m.areas);
  v("services", m.services);
}
template <class V, Is<Office> M>
void fields(V& v, M& m) {
  v("seq", m.seq);
  v("site", m.site);
  v("name", m.name);
  v("languages", m.languages);
  v("timezone", m.timezone);
  v("clock", m.clock);
  v("areas", m.areas);
  v("classes", m.classes);
  v("services", m.services);
  v("counters", m.counters);
}
template <class V, Is<Estimate> M>
void fields(V& v, M& m) {
  v("low_s", m.low_s);
  v("high_s", m.high_s);
}
template <class V, Is<Call> M>
void fields(V& v, M& m) {
  v("epoch", m.epoch);
  v("seq", m.seq);
  v("call", m.call);
  v("kind", m.kind);
  v("at", m.at);
  v("area", m.area);
  v("ticket", m.ticket);
  v("counter", m.counter);
  v("label", m.label);
  v("service", m.service);
}
template <class V, Is<BoardCounter> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("label", m.label);
  v("state", m.state);
  v("ticket", m.ticket);
}
template <class V, Is<BoardService> M>
void fields(V& v, M& m) {
  v("service", m.service);
  v("name", m.name);
  v("state", m.state);
  v("waiting", m.waiting);
  v("estimate", m.estimate);
  v("last_called", m.last_called);
}
template <class V, Is<Notice> M>
void fields(V& v, M& m) {
  v("notice", m.notice);
  v("level", m.level);
  v("text", m.text);
  v("until", m.until);
}
template <class V, Is<Board> M>
void fields(V& v, M& m) {
  v("epoch", m.epoch);
  v("seq", m.seq);
  v("at", m.at);
  v("area", m.area);
  v("open", m.open);
  v("calls", m.calls);
  v("counters", m.counters);
  v("services", m.services);
  v("notices", m.notices);
}
template <class V, Is<Queue> M>
void fields(V& v, M& m) {
  v("seq", m.seq);
  v("service", m.service);
  v("state", m.state);
  v("waiting", m.waiting);
  v("held", m.held);
  v("estimate", m.estimate);
  v("last_called", m.last_called);
  v("quota_left", m.quota_left);
}
template <class V, Is<CurrentTicket> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v("service", m.service);
  v("class", m.ticket_class);
  v("channel", m.channel);
  v("state", m.state);
  v("called_at", m.called_at);
  v("started_at", m.started_at);
  v("call", m.call);
  v("waited_s", m.waited_s);
  v("recalls", m.recalls);
}
template <class V, Is<Counter> M>
void fields(V& v, M& m) {
  v("seq", m.seq);
  v("counter", m.counter);
  v("state", m.state);
  v("officer", m.officer);
  v("reason", m.reason);
  v("ticket", m.ticket);
  v("since", m.since);
  v("waiting", m.waiting);
  v("held", m.held);
  v("no_show", m.no_show);
  v("last_call", m.last_call);
  v.if_any("next", m.next);
}
template <class V, Is<RestoredTicket> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v("state", m.state);
}
template <class V, Is<UndoneEvent> M>
void fields(V& v, M& m) {
  v("kind", m.kind);
  v.if_any("ticket", m.ticket);
}
template <class V, Is<Event> M>
void fields(V& v, M& m) {
  v("seq", m.seq);
  v("at", m.at);
  v("day", m.day);
  v("kind", m.kind);
  v("by", m.by);
  v.if_any("ticket", m.ticket);
  v.if_any("service", m.service);
  v.if_any("class", m.ticket_class);
  v.if_any("channel", m.channel);
  v.if_any("counter", m.counter);
  v.if_any("officer", m.officer);
  v.if_any("call", m.call);
  v.if_any("rule", m.rule);
  v.if_any("detail", m.detail);
  v.if_any("position", m.position);
  v.if_any("reason", m.reason);
  v.if_any("outcome", m.outcome);
  v.if_any("then", m.then);
  v.if_any("reserved_for", m.reserved_for);
  v.if_any("first", m.first);
  v.if_any("last", m.last);
  v.if_any("undone", m.undone);
  v.if_any("tickets", m.tickets);
  v.if_any("notice", m.notice);
  v.if_any("area", m.area);
  v.if_any("level", m.level);
  v.if_any("text", m.text);
  v.if_any("until", m.until);
}
template <class V, Is<Expect> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
}
template <class V, Is<Lease> M>
void fields(V& v, M& m) {
  v("epoch", m.epoch);
  v("mono_ms", m.mono_ms);
}
template <class V, Is<Command> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v.if_any("counter", m.counter);
  v.if_any("expect", m.expect);
  v.if_any("lease", m.lease);
  v.if_any("ticket", m.ticket);
  v.if_any("service", m.service);
  v.if_any("class", m.ticket_class);
  v.if_any("channel", m.channel);
  v.if_any("officer", m.officer);
  v.if_any("reason", m.reason);
  v.if_any("position", m.position);
  v.if_any("call_next", m.call_next);
  v.if_any("to_counter", m.to_counter);
  v.if_any("outcome", m.outcome);
  v.if_any("final", m.final_service);
  v.if_any("notice", m.notice);
  v.if_any("area", m.area);
  v.if_any("level", m.level);
  v.if_any("text", m.text);
  v.if_any("until", m.until);
  v.if_any("after_seq", m.after_seq);
  v.if_any("from", m.from);
  v.if_any("to", m.to);
  v.if_any("limit", m.limit);
  v.if_any("backup", m.backup);
}
template <class V, Is<TicketRef> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v.if_any("then", m.then);
}
template <class V, Is<CalledTicket> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v("service", m.service);
  v("class", m.ticket_class);
  v("channel", m.channel);
  v("call", m.call);
  v("waited_s", m.waited_s);
}
template <class V, Is<Why> M>
void fields(V& v, M& m) {
  v("rule", m.rule);
  v("detail", m.detail);
}
template <class V, Is<CallResult> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("completed", m.completed);
  v.if_any("skipped", m.skipped);
  v("called", m.called);
  v("why", m.why);
  v("waiting", m.waiting);
}
template <class V, Is<RecallResult> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("recalled", m.recalled);
}
template <class V, Is<CounterResult> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("state", m.state);
  v("officer", m.officer);
  v("reason", m.reason);
  v("waiting", m.waiting);
}
template <class V, Is<TicketResult> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("ticket", m.ticket);
  v("service", m.service);
  v("state", m.state);
  v.if_any("reserved_for", m.reserved_for);
}
template <class V, Is<UndoResult> M>
void fields(V& v, M& m) {
  v("counter", m.counter);
  v("state", m.state);
  v("ticket", m.ticket);
  v.if_any("undone", m.undone);
  v("restored", m.restored);
  v("waiting", m.waiting);
}
template <class V, Is<NoticeResult> M>
void fields(V& v, M& m) {
  v("notice", m.notice);
}
template <class V, Is<ServiceResult> M>
void fields(V& v, M& m) {
  v("service", m.service);
  v("state", m.state);
}
template <class V, Is<ReloadResult> M>
void fields(V& v, M& m) {
  v("services", m.services);
  v("counters", m.counters);
}
template <class V, Is<BackupResult> M>
void fields(V& v, M& m) {
  v("backup", m.backup);
  v("state", m.state);
  v("file", m.file);
  v("bytes", m.bytes);
  v("bytes_left", m.bytes_left);
}
template <class V, Is<LostEvents> M>
void fields(V& v, M& m) {
  v("first", m.first);
  v("last", m.last);
}
template <class V, Is<EventsResult> M>
void fields(V& v, M& m) {
  v("day", m.day);
  v("events", m.events);
  v("lost", m.lost);
  v("next", m.next);
}
template <class V, Is<IssueResult> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v("service", m.service);
  v("position", m.position);
  v("ahead", m.ahead);
  v("estimate", m.estimate);
  v("issued_at", m.issued_at);
}
template <class V, Is<Error> M>
void fields(V& v, M& m) {
  v("code", m.code);
  v("message", m.message);
  v.if_any("text", m.text);
  v.if_any("current", m.current);
  v.if_any("opens_at", m.opens_at);
}
template <class V, Is<DeviceState> M>
void fields(V& v, M& m) {
  v("state", m.state);
  v("boot", m.boot);
  v("program", m.program);
  v("version", m.version);
  v("since", m.since);
}
template <class V, Is<ContentHealth> M>
void fields(V& v, M& m) {
  v("sha256", m.sha256);
  v("state", m.state);
  v.if_any("detail", m.detail);
}
template <class V, Is<Health> M>
void fields(V& v, M& m) {
  v("uptime_s", m.uptime_s);
  v("resident_kib", m.resident_kib);
  v.if_any("frames", m.frames);
  v.if_any("last_call", m.last_call);
  v.if_any("screen", m.screen);
  v.if_any("sound", m.sound);
  v.if_any("media", m.media);
  v.if_any("video", m.video);
  v.if_any("content", m.content);
  v.if_any("power", m.power);
  v.if_any("printer", m.printer);
  v.if_any("keypad", m.keypad);
  v.if_any("temperature_c", m.temperature_c);
  v.if_any("clock_synchronised", m.clock_synchronised);
}
template <class V, Is<DeviceOrder> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v("order", m.order);
  v.if_any("power", m.power);
}
template <class V, Is<ContentAnnouncement> M>
void fields(V& v, M& m) {
  v("manifest", m.manifest);
  v("sha256", m.sha256);
}
template <class V, Is<ContentFile> M>
void fields(V& v, M& m) {
  v("name", m.name);
  v("bytes", m.bytes);
  v("sha256", m.sha256);
}
template <class V, Is<ContentManifest> M>
void fields(V& v, M& m) {
  v("files", m.files);
}
template <class V, Is<DevicePicture> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v("part", m.part);
  v("parts", m.parts);
  v.if_any("data", m.data);
  v.if_any("error", m.error);
}
template <class V, Is<Shown> M>
void fields(V& v, M& m) {
  v("call", m.call);
  v("at", m.at);
}

}  // namespace panggil::protocol
