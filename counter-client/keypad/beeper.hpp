/// \file
/// What an officer hears and sees of a press without a screen: tones of the machine's beeper.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>

#include "common/runtime/event_loop.hpp"

namespace panggil::counter {

enum class Signal {
  kHeard,   ///< a tick: the press is under way
  kDone,    ///< one high tone
  kNo,      ///< two low ones: refused, or nothing to be done
  kUnsure,  ///< four: look at the screen of the hall, or ask
};

class Beeper {
 public:
  /// `device` makes tones (an input device with EV_SND, as the PC speaker's); nothing: stays silent.
  explicit Beeper(std::optional<std::filesystem::path> device);
  ~Beeper();
  Beeper(const Beeper&) = delete;
  Beeper& operator=(const Beeper&) = delete;

  /// There is a device, and it could be opened.
  bool works() const { return fd_ >= 0; }
  /// In the place of what still sounds.
  void give(Signal signal, Deadline now);
  /// Starts and ends tones that are due; returns when it wants to be called next.
  std::optional<Deadline> turn(Deadline now);

 private:
  struct Tone {
    Deadline at;
    int hertz;  ///< 0: silence
  };
  void sound(int hertz);

  int fd_ = -1;
  std::deque<Tone> due_;
};

}  // namespace panggil::counter
