/// \file
/// What people do at a window.
#pragma once

#include <variant>

namespace panggil::drawing {

/// `key` is what the key writes: a digit, `+ - * / .`, `\r` for Enter, `\b` for Backspace, `\x1b` for Escape;
/// the number pad's keys write the same. No other key is told, and none that only repeats as it is held down.
struct KeyPress {
  char key;
};

/// With the left button or a finger, in the pixels of Window::size().
struct Click {
  float x;
  float y;
};

using Input = std::variant<KeyPress, Click>;

}  // namespace panggil::drawing
