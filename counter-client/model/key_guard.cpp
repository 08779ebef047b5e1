#include "counter-client/model/key_guard.hpp"

namespace panggil::counter {

bool KeyGuard::takes(Key key, bool by_click, MonoTime now) {
  const bool drummed = last_ == key && now - pressed_ < kDrumming;
  last_ = key;
  pressed_ = now;
  const bool unread = taken_ == key && answered_ && now - *answered_ < kReading;
  const bool double_click = by_click && changed_ && now - *changed_ < kDoubleClick;
  if (drummed || unread || double_click) return false;
  taken_ = key;
  return true;
}

}  // namespace panggil::counter
