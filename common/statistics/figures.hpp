/// \file
/// What a group of legs came to, and what counters did meanwhile. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "common/protocol/message/office.hpp"
#include "common/statistics/counter_time.hpp"
#include "common/statistics/spread.hpp"
#include "common/statistics/visits.hpp"

namespace panggil::statistics {

/// By service: what a wait should not exceed.
using Targets = std::map<std::string, Millis>;

/// As the office tells of them.
Targets targets_of(const protocol::Office& office);

/// Every leg is counted in `legs` and in exactly one of the ends below it.
struct Figures {
  int issued = 0;  ///< tickets: first legs
  int legs = 0;
  int served = 0;       ///< visits that ended well: the last leg was served
  int moved_on = 0;     ///< served here, and waiting again at the service's `then`
  int transferred = 0;  ///< sent to another service or counter
  int no_show = 0;
  int cancelled = 0;
  int expired = 0;        ///< open when the day ended
  int open = 0;           ///< still, today
  int within_target = 0;  ///< called in time, of `with_target`
  int with_target = 0;    ///< that were called, or never before the day ended; and whose service has a target
  std::optional<Spread> wait{};
  std::optional<Spread> walk{};
  std::optional<Spread> service{};

  /// The part that was called within the target; nothing where there is no target or nobody to judge by.
  std::optional<double> service_level() const;
};

Figures figures_of(std::span<const Leg* const> legs, const Targets& targets);

struct TimeUse {
  Millis calling{};
  Millis serving{};
  Millis idle{};
  Millis on_break{};
  void add(const Stretch& stretch);
  Millis open() const { return calling + serving + idle; }
  friend bool operator==(const TimeUse&, const TimeUse&) = default;
};

}  // namespace panggil::statistics
