/// \file
/// The fields of message/answer.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/answer.hpp"

namespace panggil::protocol {

template <class V, Is<Error> M>
void fields(V& v, M& m) {
  v("code", m.code);
  v("message", m.message);
  v.if_any("text", m.text);
  v.if_any("current", m.current);
  v.if_any("opens_at", m.opens_at);
}

}  // namespace panggil::protocol
