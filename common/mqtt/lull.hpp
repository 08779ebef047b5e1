/// \file
/// While nothing but beats comes, it is enough to look at every second one. Pure; one thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

#include "common/mqtt/transport.hpp"

namespace panggil::mqtt {

/// Says how many bytes are to have come before the socket's reader is woken (SO_RCVLOWAT): 1, or, after a
/// look that has brought nothing but what is unhurried, more than one such message takes. A message that is
/// smaller waits for the next of those; calls and boards are larger, as they bear what a beat bears and more.
class Lull {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// For one connection.
  Lull(Unhurried what, bool tls) : what_(std::move(what)), tls_(tls) {}

  /// A look at the socket begins.
  void look(Time now);
  /// True: it is unhurried, and kept here. Of several the newest counts; one that the broker kept is no news,
  /// and takes no other's place.
  bool keeps(Received& message);
  /// What is kept, to be handed over: before any other message, and when the look is over.
  std::optional<Received> take() { return std::exchange(kept_, std::nullopt); }
  /// It has brought so many bytes.
  void looked(std::size_t bytes, Time now);

  std::size_t low_water() const { return low_water_; }
  /// When to look, at the latest, though too little has come.
  std::optional<Time> until() const { return low_water_ > 1 ? std::optional(until_) : std::nullopt; }

 private:
  std::size_t after(std::size_t bytes) const;

  Unhurried what_;
  bool tls_;
  std::size_t low_water_ = 1;
  Time until_{};
  Time looked_at_{};
  bool slept_ = false;     ///< before this look
  bool late_ = false;      ///< this look is at what was too little
  bool others_ = false;    ///< of this look
  std::size_t count_ = 0;  ///< of the unhurried, this look
  std::size_t least_ = 0;  ///< bytes that those have, at the least
  std::optional<Received> kept_;
};

}  // namespace panggil::mqtt
