/// \file
/// The fields of message/board.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/board.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
