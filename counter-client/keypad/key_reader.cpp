#include "counter-client/keypad/key_reader.hpp"

#include <linux/input.h>

#include <algorithm>
#include <array>
#include <utility>

namespace panggil::counter {
namespace {

constexpr std::array<std::pair<int, Key>, 32> kCodes = {{
    {KEY_KP0, '0'},
    {KEY_KP1, '1'},
    {KEY_KP2, '2'},
    {KEY_KP3, '3'},
    {KEY_KP4, '4'},
    {KEY_KP5, '5'},
    {KEY_KP6, '6'},
    {KEY_KP7, '7'},
    {KEY_KP8, '8'},
    {KEY_KP9, '9'},
    {KEY_0, '0'},
    {KEY_1, '1'},
    {KEY_2, '2'},
    {KEY_3, '3'},
    {KEY_4, '4'},
    {KEY_5, '5'},
    {KEY_6, '6'},
    {KEY_7, '7'},
    {KEY_8, '8'},
    {KEY_9, '9'},
    {KEY_KPENTER, kEnterKey},
    {KEY_ENTER, kEnterKey},
    {KEY_KPPLUS, '+'},
    {KEY_KPMINUS, '-'},
    {KEY_MINUS, '-'},
    {KEY_KPASTERISK, '*'},
    {KEY_KPSLASH, '/'},
    {KEY_SLASH, '/'},
    {KEY_KPDOT, '.'},
    {KEY_DOT, '.'},
    {KEY_BACKSPACE, kBackspaceKey},
    {KEY_ESC, kEscapeKey},
}};

}  // namespace

std::optional<Key> key_of(const input_event& event) {
  constexpr int kPressed = 1;
  if (event.type != EV_KEY || event.value != kPressed) return std::nullopt;
  const auto* found =
      std::ranges::find_if(kCodes, [&](const auto& code) { return code.first == event.code; });
  return found == kCodes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace panggil::counter
