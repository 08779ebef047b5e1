/// \file
/// The fields of message/counter.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/counter.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
