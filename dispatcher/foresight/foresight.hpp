/// \file
/// What people are told of how long it will take: watches the queue, and says it of each who comes and of
/// each service. It decides nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/estimates/estimator.hpp"

namespace panggil::foresight {

/// Pure; the same events, the same estimates. The office is handed over each time, as it may be another one
/// after a reload.
class Foresight {
 public:
  /// What stands on boards is looked over so often though nothing happens, as time alone changes it too.
  static constexpr Seconds kLookPeriod{20};

  explicit Foresight(const Zone& zone) : estimator_(zone) {}
  /// With what another one had learnt; nothing when `experience` is not whole.
  static std::optional<Foresight> recalled(const Zone& zone, std::string_view experience);
  /// All that has been learnt before today. To be kept right after a day began; with it, begin_day() and the
  /// day's events another one comes to the same estimates.
  std::string experience() const { return estimator_.experience(); }

  /// \param state  that after the event
  void happened(const core::Office& office, const core::State& state, const core::Event& event);
  /// `state` is one right after a day began, and nobody has told of that event.
  void begin_day(const core::Office& office, const core::State& state);
  /// `state` is one in the middle of a day, of which nothing is known: those who wait now are taken for
  /// newcomers, of whom little is learnt.
  void join(const core::Office& office, const core::State& state, WallTime now);
  /// The office has other hours, counters or services from now on.
  void reloaded(const core::Office& office, const core::State& state, WallTime now);

  /// What the ticket was told when it came; nothing when it waits no longer, or nothing could be told.
  std::optional<estimates::Band> told(const TicketNumber& ticket) const { return estimator_.told_to(ticket); }

  /// True when time alone may have changed the outlook.
  bool due(WallTime now) const;
  /// What one who came now would be told, of each service of which anything can be. Reckoned anew for those
  /// of which something happened since the last time, and for all when due(): some 10 µs each.
  const estimates::Outlook& outlook(const core::Office& office, const core::State& state, WallTime now);

 private:
  explicit Foresight(estimates::Estimator estimator) : estimator_(std::move(estimator)) {}
  void reckon(const core::State& state, const ServiceId& service, WallTime now);

  estimates::Estimator estimator_;
  std::set<ServiceId> stirred_;  ///< something happened there since the outlook was reckoned
  estimates::Outlook outlook_;
  std::optional<WallTime> looked_;  ///< when all of it was; nothing: it must be
};

}  // namespace panggil::foresight
