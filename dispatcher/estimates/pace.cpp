#include "dispatcher/estimates/pace.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::estimates {
namespace {

constexpr Minutes kHalfLife{40};

}  // namespace

Work& Work::operator+=(const Work& other) {
  busy += other.busy;
  capacity += other.capacity;
  calls += other.calls;
  waits += other.waits;
  return *this;
}

Work Work::operator*(double factor) const {
  return {busy * factor, capacity * factor, calls * factor, waits * factor};
}

void Pace::pass(Minutes passed, std::size_t waiting, int counters) {
  since_call_ += passed;
  lately_ = lately_ * std::exp2(-passed / kHalfLife);
  if (waiting == 0) return;
  // Calls of a service that no open counter takes do happen: somebody helped out.
  const Work work{.busy = passed.count(), .capacity = passed.count() * std::max(1, counters)};
  today_ += work;
  lately_ += work;
}

void Pace::call(Minutes waited) {
  const Work work{.calls = 1, .waits = waited.count()};
  today_ += work;
  lately_ += work;
  last_wait_ = waited;
  since_call_ = Minutes(0);
}

std::optional<Minutes> Pace::since_call() const {
  if (!last_wait_) return std::nullopt;
  return since_call_;
}

}  // namespace panggil::estimates
