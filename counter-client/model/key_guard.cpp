#include "counter-client/model/key_guard.hpp"

namespace panggil::counter {

bool KeyGuard::takes(Key key, bool by_click, MonoTime now) {
  const bool drummed = last_ == key && now - pressed_ < kDrumming;
  last_ = key;
  pressed_ = now;
  const bool unread = taken_ == key && answered_ && now - *answered_ < kReading;
  if (drummed || unread || !lands(by_click, now)) return false;
  taken_ = key;
  return true;
}

bool KeyGuard::lands(bool by_click, MonoTime now) const {
  return !by_click || !changed_ || now - *changed_ >= kDoubleClick;
}

}  // namespace panggil::counter
