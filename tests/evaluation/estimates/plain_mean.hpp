/// \file
/// What the estimates are held against: people ahead × the mean gap of the day between calls of the service,
/// with bands made just as the estimator makes its own.
#pragma once

#include <map>
#include <optional>

#include "common/base/ids.hpp"
#include "dispatcher/estimates/estimator.hpp"

namespace panggil::evaluation {

class PlainMean {
 public:
  void begin_day();
  /// Nothing while there are fewer than two errors to look back on.
  std::optional<estimates::Estimate> arrive(const TicketNumber& ticket, const ServiceId& service,
                                            std::size_t ahead, WallTime now);
  void call(const TicketNumber& ticket, WallTime now);
  void leave(const TicketNumber& ticket) { waiting_.erase(ticket); }

 private:
  struct Service {
    std::size_t number = 0;
    std::optional<WallTime> first, last;  ///< calls of today
    int gaps = 0;                         ///< between them
    estimates::Minutes earlier{0};        ///< mean gaps of earlier days, summed up
    int earlier_days = 0;
    estimates::Minutes mean_gap() const;
  };
  struct Guess {
    ServiceId service;
    WallTime since;
    estimates::PastEstimate past;
    std::optional<estimates::Band> told;
  };

  std::map<ServiceId, Service> services_;
  std::map<TicketNumber, Guess> waiting_;
  estimates::Errors errors_;
  estimates::Aim aim_;
};

}  // namespace panggil::evaluation
