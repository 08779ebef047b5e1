/// \file
/// How long to wait before the next try. Pure but for the dice; one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace panggil::mqtt {

/// Doubles from 0.2 s to 1 s: with the 1.1 s that Paho needs to see a new connection, a client is back within
/// 3 s of the broker, however long that was away. Each wait is off by up to a fifth, so that a hall full of
/// devices does not come back in one instant.
class Backoff {
 public:
  static constexpr std::chrono::milliseconds kFirst{200};
  static constexpr std::chrono::milliseconds kMost{1000};

  explicit Backoff(std::uint32_t seed = std::random_device{}()) : dice_(seed) {}

  std::chrono::milliseconds next();
  void reset() { base_ = kFirst; }

 private:
  std::minstd_rand dice_;
  std::chrono::milliseconds base_ = kFirst;
};

}  // namespace panggil::mqtt
