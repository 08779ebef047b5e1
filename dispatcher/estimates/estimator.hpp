/// \file
/// How long will it take? Fed with what happens, it tells a newcomer's waiting time as a band that holds for
/// about 8 people in 10, or nothing. It learns from what it was wrong about; there is nothing to tune.
/// docs/estimates.md says how, and how well.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/zone.hpp"
#include "dispatcher/estimates/band.hpp"
#include "dispatcher/estimates/errors.hpp"
#include "dispatcher/estimates/past_days.hpp"
#include "dispatcher/estimates/regression.hpp"

namespace panggil::estimates {

struct Estimate {
  Band band;       ///< what to tell
  Minutes middle;  ///< as many wait longer as shorter
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Knows no clock: a moment earlier than one that it has been told is taken for that one. Same history, same
/// estimates. One thread at a time.
class Estimator {
 public:
  /// \param zone  the office's, by whose hours days are compared
  explicit Estimator(const Zone& zone) : zone_(zone) {}

  /// Nobody waits, no counter is open; the day before becomes experience. To be told before anything else.
  void begin_day(Day day);
  /// Today's, in order; a service of which nothing is said has no breaks.
  void open_hours(const ServiceId& id, std::vector<Opening> openings);
  /// So many open counters take the service from now on.
  void set_counters(const ServiceId& id, int open, WallTime now);

  /// Somebody has come who will be called after `ahead` others. What may be told, as estimate() says.
  std::optional<Estimate> arrive(const TicketNumber& ticket, const ServiceId& id, std::size_t ahead,
                                 WallTime now);
  /// One who waited is called; of another nothing is learnt.
  void call(const TicketNumber& ticket, WallTime now);
  /// Waits no longer, without a call.
  void leave(const TicketNumber& ticket, WallTime now);

  /// What arrive() has said of one who still waits.
  std::optional<Band> told_to(const TicketNumber& ticket) const;

  /// Nothing where no counter is open, fewer than three people are known to have been called, or the office
  /// has less than forty estimates to look back on. Some 10 µs.
  std::optional<Estimate> estimate(const ServiceId& id, std::size_t ahead, WallTime now) const;

  /// All that has been learnt, but not what has happened since the day began: to be kept right after
  /// begin_day(). With it, that day again and what happened on it, another estimator comes to the same
  /// estimates. Some 100 kB.
  std::string experience() const;
  /// Of experience(). Nothing when the text is not whole.
  static std::optional<Estimator> recalled(const Zone& zone, std::string_view experience);

 private:
  struct Service {
    std::size_t number = 0;  ///< in the order of appearance
    PastDays past;
    WorkingTime hours;
    // Today:
    Pace pace;
    DayOfWork day{};
    int counters = 0;
    std::multiset<WallTime> line;  ///< when those who wait came
    WallTime told{};               ///< up to when `pace` knows
  };
  /// An estimate that has not come true yet.
  struct Guess {
    Clues clues;
    PastEstimate past;
    std::optional<Band> told;
  };
  struct Waiting {
    ServiceId service;
    WallTime since;
    std::optional<Guess> guess;
  };

  template <class Record>
  void fields(Record& record);
  Service& service(const ServiceId& id);
  double hour(WallTime now) const;
  void pass(Service& of, WallTime now);
  void learn(const Guess& guess, Minutes waited);
  std::optional<Waiting> take(const TicketNumber& ticket, WallTime now);
  Situation situation(const Service& of, std::size_t ahead, WallTime now) const;
  Guess guess(const Service& of, const Situation& now) const;
  std::optional<Estimate> told(const Service& of, const Situation& now, const Guess& guess,
                               WallTime at) const;

  Zone zone_;
  std::optional<Day> day_;
  std::map<ServiceId, Service> services_;
  std::map<TicketNumber, Waiting> waiting_;
  Regression behind_others_{first_weights()};
  Regression first_in_line_{first_weights()};
  Errors errors_;
  Aim aim_;
};

}  // namespace panggil::estimates
