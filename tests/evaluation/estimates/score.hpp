/// \file
/// What bands were worth once the real waits are known.
#pragma once

#include <vector>

#include "dispatcher/estimates/estimator.hpp"

namespace panggil::evaluation {

using estimates::Minutes;

class Score {
 public:
  void add(const estimates::Estimate& told, Minutes waited);
  void add(const Score& other);

  std::size_t count() const { return errors_.size(); }
  /// The share of bands that held. All below: \pre count() > 0
  double coverage() const { return share(held_); }
  double mean_width() const { return share(width_); }
  /// The interval score at 80 %: high - low + 10 × what was missed; less is better.
  double interval_score() const { return share(score_); }
  double mean_error() const { return share(error_); }
  double median_error() const;

 private:
  double share(double sum) const { return sum / static_cast<double>(count()); }

  double held_ = 0, width_ = 0, score_ = 0, error_ = 0;  ///< sums, in minutes
  std::vector<double> errors_;                           ///< of the middle, without sign
};

}  // namespace panggil::evaluation
