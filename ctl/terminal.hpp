/// \file
/// A terminal that is drawn on in place and left as it was found.
#pragma once

#include <termios.h>

#include <optional>
#include <string>

#include "ctl/view.hpp"

namespace panggil::ctl {

/// Standard output, with the keys of standard input. One a process.
class Terminal {
 public:
  static bool on_standard_output();

  static Size size();
  /// Of what is printed: the terminal's columns, or plenty through a pipe.
  static std::size_t width_of_output();

  /// Blocks SIGWINCH for the process, so make it before any other thread starts. \throws std::system_error
  Terminal();
  /// Gives the screen back, if it was taken, with what stood on it before.
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void take_over();
  /// Readable when the size has changed; resized() is to be called then.
  int resize_fd() const { return resizes_; }
  void resized();
  /// What was typed since, without waiting; nothing at the end of the input.
  std::optional<std::string> keys();
  /// Writes only the lines that differ from those drawn last. False when the terminal is gone.
  bool draw(const Lines& lines);

 private:
  int resizes_;
  bool taken_ = false;
  std::optional<termios> found_;  ///< nothing: standard input is no terminal
  Lines drawn_;
};

}  // namespace panggil::ctl
