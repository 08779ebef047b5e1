#include "display/model/call_line.hpp"

#include <utility>

namespace panggil::display {
namespace {
// Far more than a board holds, so that nothing on a board is ever taken for known that was not.
constexpr std::size_t kRemembered = 256;
}  // namespace

void CallLine::forget() {
  *this = CallLine();
}

bool CallLine::knows(std::uint64_t call) const {
  return call < known_below_ || known_.contains(call);
}

void CallLine::remember(std::uint64_t call) {
  known_.insert(call);
  if (known_.size() <= kRemembered) return;
  known_below_ = *known_.begin() + 1;
  known_.erase(known_.begin());
}

void CallLine::add(const protocol::Call& call) {
  if (knows(call.call)) return;
  remember(call.call);
  waiting_.emplace(call.call, call);
}

void CallLine::skip(std::uint64_t call) {
  if (knows(call)) return;
  remember(call);
  if (live_ && call > live_->call.call) outdated_ = true;
}

void CallLine::go_on_after_interruption(WallTime still_news) {
  if (live_ && !live_->proven) live_->since.reset();
  std::erase_if(waiting_, [still_news](const auto& one) { return one.second.at.time < still_news; });
}

void CallLine::advance(Micros now) {
  if (live_ && !live_->since) return;
  if (live_ && now - *live_->since < hold() && !live_->proven) return;
  if (live_ && !live_->proven) {
    live_->proven = true;
    shown_.push_back(live_->call.call);
  }
  if (!waiting_.empty()) show_next();
  if (outdated_ && held()) live_.reset();
}

void CallLine::show_next() {
  auto next = waiting_.extract(waiting_.begin());
  live_ = Live{std::move(next.mapped()), {}, false};
  outdated_ = false;
}

void CallLine::presented(Micros now) {
  if (live_ && !live_->since) live_->since = now;
}

std::optional<Micros> CallLine::deadline() const {
  if (live_ && !live_->proven) {
    if (!live_->since) return std::nullopt;
    return *live_->since + hold();
  }
  if (!waiting_.empty() || (live_ && outdated_)) return 0;
  return std::nullopt;
}

std::vector<std::uint64_t> CallLine::take_shown() {
  return std::exchange(shown_, {});
}

}  // namespace panggil::display
