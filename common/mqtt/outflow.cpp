#include "common/mqtt/outflow.hpp"

#include <algorithm>

namespace panggil::mqtt {

void Outflow::open(std::uintptr_t attempt, std::size_t window) {
  const std::lock_guard lock(mutex_);
  attempt_ = attempt;
  window_ = window;
  under_way_ = 0;
}

void Outflow::shut() {
  const std::lock_guard lock(mutex_);
  window_ = 0;
  under_way_ = 0;
  waiting_.clear();
}

void Outflow::push(Message message) {
  const std::lock_guard lock(mutex_);
  waiting_.push(std::move(message));
}

bool Outflow::settled(std::uintptr_t attempt) {
  const std::lock_guard lock(mutex_);
  if (attempt != attempt_) return false;
  if (under_way_ > 0) --under_way_;
  return stands_still();
}

bool Outflow::may_send(std::uintptr_t attempt, std::size_t most) const {
  return attempt == attempt_ && !waiting_.empty() && under_way_ < std::min(most, window_);
}

std::size_t Outflow::backlog() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + under_way_;
}

std::size_t Outflow::dropped() const {
  const std::lock_guard lock(mutex_);
  return waiting_.dropped();
}

}  // namespace panggil::mqtt
