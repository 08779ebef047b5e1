#include "common/mqtt/backoff.hpp"

#include <algorithm>

namespace panggil::mqtt {

std::chrono::milliseconds Backoff::next() {
  const auto fifth = base_.count() / 5;
  const auto wait = std::uniform_int_distribution(base_.count() - fifth, base_.count() + fifth)(dice_);
  base_ = std::min(base_ * 2, kMost);
  return std::chrono::milliseconds(wait);
}

}  // namespace panggil::mqtt
