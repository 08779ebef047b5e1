#include "score.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::evaluation {

void Score::add(const estimates::Estimate& told, Minutes waited) {
  const double width = (told.band.high - told.band.low).count();
  const double below = (told.band.low - waited).count(), above = (waited - told.band.high).count();
  const double error = std::abs((told.middle - waited).count());
  held_ += told.band.holds(waited) ? 1 : 0;
  width_ += width;
  score_ += width + 10 * std::max({0.0, below, above});
  error_ += error;
  errors_.push_back(error);
}

void Score::add(const Score& other) {
  held_ += other.held_;
  width_ += other.width_;
  score_ += other.score_;
  error_ += other.error_;
  errors_.insert(errors_.end(), other.errors_.begin(), other.errors_.end());
}

double Score::median_error() const {
  auto errors = errors_;
  const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
  std::nth_element(errors.begin(), middle, errors.end());
  return *middle;
}

}  // namespace panggil::evaluation
