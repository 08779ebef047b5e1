/// \file
/// Whose turn it is of what shares a place on the screen: pages of services, notices, pictures. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "display/model/micros.hpp"
#include "display/model/scene.hpp"

namespace panggil::display {

/// While people read a call nothing else changes, but with the next call it may: where one follows the
/// other for minutes, nobody would see the other pages.
class Turns {
 public:
  static constexpr Micros kTurn = 12 * kSecond;

  /// Counted from 0.
  std::uint64_t at(const Scene& scene, Micros now);
  /// When it may be another's, though the scene is the same.
  Micros next(Micros now) const { return from_ + ((now - from_) / kTurn + 1) * kTurn; }

 private:
  Micros from_ = 0;
  std::uint64_t turn_ = 0;
  std::optional<std::uint64_t> read_;  ///< the call that people read
  std::vector<NoticeText> emergencies_;
};

}  // namespace panggil::display
