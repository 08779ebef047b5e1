#include "common/mqtt/link.hpp"

#include <utility>

namespace panggil::mqtt {
namespace {
constexpr std::size_t kMostComplaints = 8;
}

void Link::came_up(std::uintptr_t attempt, std::size_t receive_maximum) {
  const std::lock_guard lock(mutex_);
  if (attempt != attempt_) return;
  phase_ = Phase::kUp;
  receive_maximum_ = receive_maximum;
  told_.reset();
  inbox_.post_always(Connected{});
}

void Link::went_down(std::uintptr_t attempt, const Trouble& trouble) {
  const std::lock_guard lock(mutex_);
  if (attempt != attempt_ || phase_ == Phase::kDown) return;
  const bool news = phase_ == Phase::kUp || told_ != trouble;
  phase_ = Phase::kDown;
  if (!news) return inbox_.wake();
  told_ = trouble;
  inbox_.post_always(Disconnected{trouble});
}

void Link::complain(std::string text) {
  const std::lock_guard lock(mutex_);
  if (complained_ >= kMostComplaints) return;
  ++complained_;
  complaints_.push_back(std::move(text));
  inbox_.wake();
}

std::uintptr_t Link::begin_attempt() {
  const std::lock_guard lock(mutex_);
  phase_ = Phase::kConnecting;
  complained_ = 0;
  return ++attempt_;
}

Link::Phase Link::phase() const {
  const std::lock_guard lock(mutex_);
  return phase_;
}

std::size_t Link::receive_maximum() const {
  const std::lock_guard lock(mutex_);
  return receive_maximum_;
}

std::vector<std::string> Link::take_complaints() {
  const std::lock_guard lock(mutex_);
  return std::exchange(complaints_, {});
}

}  // namespace panggil::mqtt
