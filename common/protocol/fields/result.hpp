/// \file
/// The fields of message/result.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/result.hpp"

namespace panggil::protocol {

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
template <class V, Is<IssueResult> M>
void fields(V& v, M& m) {
  v("ticket", m.ticket);
  v("service", m.service);
  v("position", m.position);
  v("ahead", m.ahead);
  v("estimate", m.estimate);
  v("issued_at", m.issued_at);
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

}  // namespace panggil::protocol
