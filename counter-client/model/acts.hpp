/// \file
/// What an officer can press, and the key of each: the same on the keyboard, on its number pad, on a number
/// pad of its own and on the window's buttons, which stand as the keys of a number pad do.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace panggil::counter {

/// The character that a key writes: a digit, `+ - * / .`, or one of those below.
using Key = char;
inline constexpr Key kEnterKey = '\r';
inline constexpr Key kBackspaceKey = '\b';
inline constexpr Key kEscapeKey = '\x1b';

enum class Act {
  kNext,
  kRecall,
  kStart,
  kComplete,
  kSkip,
  kHold,
  kTransfer,
  kHeld,     ///< a held ticket comes back
  kNoShows,  ///< one who did not come has come
  kPause,    ///< or goes on after a pause
  kOpen,     ///< or close
  kUndo,
};

struct Binding {
  Act act;
  Key key;
  std::string_view name;  ///< in settings, and of its label in the catalogue
};
inline constexpr std::array<Binding, 12> kBindings = {{{Act::kHeld, '7', "held"},
                                                       {Act::kNoShows, '8', "no_shows"},
                                                       {Act::kPause, '9', "pause"},
                                                       {Act::kSkip, '4', "skip"},
                                                       {Act::kHold, '5', "hold"},
                                                       {Act::kTransfer, '6', "transfer"},
                                                       {Act::kRecall, '1', "recall"},
                                                       {Act::kStart, '2', "start"},
                                                       {Act::kComplete, '3', "complete"},
                                                       {Act::kOpen, '0', "open"},
                                                       {Act::kUndo, '-', "undo"},
                                                       {Act::kNext, kEnterKey, "next"}}};

std::optional<Act> act_of(Key key);
Key key_of(Act act);
std::string_view name_of(Act act);
/// As it is printed on the key.
std::string cap_of(Key key);

}  // namespace panggil::counter
