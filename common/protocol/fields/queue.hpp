/// \file
/// The fields of message/queue.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/queue.hpp"

namespace panggil::protocol {

template <class V, Is<Estimate> M>
void fields(V& v, M& m) {
  v("low_s", m.low_s);
  v("high_s", m.high_s);
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

}  // namespace panggil::protocol
