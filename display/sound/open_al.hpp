/// \file
/// The machine's sound device, by OpenAL. In a process of its own: OpenAL decides once and for all what kinds
/// of device there are, never connects again, and may hang in a driver.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "display/sound/samples.hpp"

namespace panggil::sound {

/// One thread only.
class SoundDevice {
 public:
  /// An empty name: the machine's own choice. \throws std::runtime_error when there is none
  explicit SoundDevice(const std::string& name);
  ~SoundDevice();
  SoundDevice(const SoundDevice&) = delete;
  SoundDevice& operator=(const SoundDevice&) = delete;

  /// Played after what is playing, without a gap.
  void play(const Samples& samples, float gain);
  /// At once.
  void stop();
  /// To be called some times a second while it is open. False: it is gone, or takes no sound any more, and
  /// nothing but the end of the process helps.
  bool alive();

 private:
  void forget_played(int count);
  int count(int what) const;

  struct Handles;
  std::unique_ptr<Handles> handles_;
  std::int64_t heard_ = 0;  ///< samples of what is over
  std::int64_t last_position_ = -1;
  std::chrono::steady_clock::time_point moved_;
};

/// The names of those that there are.
std::vector<std::string> sound_devices();

}  // namespace panggil::sound
