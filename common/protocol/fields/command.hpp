/// \file
/// The fields of message/command.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/command.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
