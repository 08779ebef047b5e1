/// \file
/// The ways of people through an office, leg by leg, from its events. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "common/statistics/undone.hpp"

namespace panggil::statistics {

/// How a leg ended. `kOpen`: not yet; `kExpired`: open when its day ended.
enum class LegEnd { kOpen, kServed, kMovedOn, kTransferred, kNoShow, kCancelled, kExpired };

/// One wait and one service of a ticket: from entering a queue until served there or moved on. A hold, a
/// recall or a no-show that was reinstated does not begin another.
struct Leg {
  std::string day;
  std::string ticket;
  std::size_t number = 0;  ///< in its visit, from 0
  std::string service;
  std::string ticket_class;
  std::string channel;
  Stamp joined_at;
  std::optional<Stamp> called_at{};  ///< for the first time
  std::string counter{};             ///< where it was called last; empty: nowhere yet
  std::string officer{};             ///< who was there, as far as known
  std::optional<Millis> walk{};      ///< from the last call until `start`
  Millis served_for{};               ///< at counters, from `start`, or the call where nobody pressed it
  LegEnd end = LegEnd::kOpen;
  std::optional<Millis> wait() const;          ///< joined to first called
  std::optional<Millis> service_time() const;  ///< of one that was served there, moved on or transferred
};

/// \param events of whole service days, in order, without those undone
/// \param today the service day that it is; what is open on an earlier one has expired
std::vector<Leg> legs_of(const Events& events, const std::string& today);

}  // namespace panggil::statistics
