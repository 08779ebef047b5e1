/// \file
/// What people do at a window.
#pragma once

#include <string>
#include <variant>

namespace panggil::drawing {

/// `key` is what the key writes: a digit, `+ - * / .`, `\r` for Enter, `\b` for Backspace, `\x1b` for Escape;
/// the number pad's keys write the same. None is told that only repeats as it is held down.
struct KeyPress {
  char key;
  std::string letter{};  ///< what it writes into a line of text, in UTF-8; empty: nothing
};

/// A letter or sign of another key, in UTF-8.
struct Typed {
  std::string letter;
};

/// With the left button or a finger, in the pixels of Window::size().
struct Click {
  float x;
  float y;
};

using Input = std::variant<KeyPress, Typed, Click>;

}  // namespace panggil::drawing
