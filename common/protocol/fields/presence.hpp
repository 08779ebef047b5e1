/// \file
/// The fields of message/presence.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/presence.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
