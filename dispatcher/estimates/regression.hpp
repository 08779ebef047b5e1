/// \file
/// Recursive least squares: weights of clues that fit all cases seen so far, a case at a time, without
/// keeping them.
#pragma once

#include "dispatcher/estimates/clues.hpp"

namespace panggil::estimates {

class Regression {
 public:
  /// Begins with weights that experience elsewhere suggests; a few dozen cases outweigh them.
  explicit Regression(const Clues& weights);

  double predict(const Clues& clues) const;
  void learn(const Clues& clues, double outcome);

  template <class Record>
  void fields(Record& record) {
    for (double& weight : weights_) record(weight);
    for (auto& row : covariance_)
      for (double& doubt : row) record(doubt);
  }

 private:
  Clues weights_;
  std::array<Clues, kClues> covariance_{};  ///< of the weights: how little each is known
};

}  // namespace panggil::estimates
