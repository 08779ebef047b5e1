#include "dispatcher/estimates/regression.hpp"

#include <numeric>

namespace panggil::estimates {
namespace {

constexpr double kDoubtAtFirst = 0.3;

double dot(const Clues& a, const Clues& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

Regression::Regression(const Clues& weights) : weights_(weights) {
  for (std::size_t i = 0; i < kClues; ++i) covariance_[i][i] = kDoubtAtFirst;
}

double Regression::predict(const Clues& clues) const {
  return dot(weights_, clues);
}

void Regression::learn(const Clues& clues, double outcome) {
  Clues gain;
  for (std::size_t i = 0; i < kClues; ++i) gain[i] = dot(covariance_[i], clues);
  const double scale = 1 / (1 + dot(clues, gain));
  const double error = outcome - predict(clues);
  for (std::size_t i = 0; i < kClues; ++i) weights_[i] += gain[i] * scale * error;
  for (std::size_t i = 0; i < kClues; ++i)
    for (std::size_t j = 0; j < kClues; ++j) covariance_[i][j] -= gain[i] * gain[j] * scale;
}

}  // namespace panggil::estimates
