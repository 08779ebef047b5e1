/// \file
/// One office's days, told to the estimator and to the plain mean alike, and what each was worth.
#pragma once

#include <string>
#include <vector>

#include "plain_mean.hpp"
#include "score.hpp"

namespace panggil::evaluation {

/// Both are scored on the same people: those to whom a band was told and who were called.
class Trial {
 public:
  Trial(std::string office, const Zone& zone) : office_(std::move(office)), estimator_(zone) {}

  void begin_day(Day day);
  void open_hours(const ServiceId& service, std::vector<estimates::Opening> openings);
  void set_counters(const ServiceId& service, int open, WallTime now);
  void arrive(const TicketNumber& ticket, const ServiceId& service, std::size_t ahead, WallTime now);
  void call(const TicketNumber& ticket, WallTime now);
  /// Waits no longer, without a call.
  void leave(const TicketNumber& ticket, WallTime now);

  const std::string& office() const { return office_; }
  const Score& ours() const { return ours_; }
  const Score& plain() const { return plain_score_; }
  int days() const { return days_; }
  /// Who were called, with a band told or not.
  std::size_t called() const { return called_; }

 private:
  struct Told {
    WallTime since;
    std::optional<estimates::Estimate> ours, plain;
  };

  std::string office_;
  estimates::Estimator estimator_;
  PlainMean plain_;
  std::map<TicketNumber, Told> told_;
  Score ours_, plain_score_;
  int days_ = 0;
  std::size_t called_ = 0;
};

}  // namespace panggil::evaluation
