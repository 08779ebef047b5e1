/// \file
/// The fields of message/event.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/event.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
