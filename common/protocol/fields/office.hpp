/// \file
/// The fields of message/office.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/office.hpp"

namespace panggil::protocol {

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

}  // namespace panggil::protocol
