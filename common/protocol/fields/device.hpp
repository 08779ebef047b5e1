/// \file
/// The fields of message/device.hpp; see fields.hpp.
#pragma once

#include "common/protocol/fields/is.hpp"
#include "common/protocol/message/device.hpp"

namespace panggil::protocol {

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
template <class V, Is<Shown> M>
void fields(V& v, M& m) {
  v("call", m.call);
  v("at", m.at);
}
template <class V, Is<DeviceOrder> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v("order", m.order);
  v.if_any("power", m.power);
}
template <class V, Is<DevicePicture> M>
void fields(V& v, M& m) {
  v("id", m.id);
  v("part", m.part);
  v("parts", m.parts);
  v.if_any("data", m.data);
  v.if_any("error", m.error);
}

}  // namespace panggil::protocol
