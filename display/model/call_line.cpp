#include "display/model/call_line.hpp"

#include <algorithm>
#include <utility>

namespace panggil::display {
namespace {
// Far more than a board holds, so that nothing on a board is ever taken for known that was not.
constexpr std::size_t kRemembered = 256;
// More than are called in the 30 s in which a call is news.
constexpr std::size_t kPast = 32;
}  // namespace

void CallLine::forget() {
  auto past = std::move(past_);
  *this = CallLine();
  past_ = std::move(past);
}

/// A number alone says nothing: a new journal counts from 1 again.
bool CallLine::had_its_time(const protocol::Call& call) const {
  return std::any_of(past_.begin(), past_.end(), [&call](const protocol::Call& past) {
    return past.call == call.call && past.at.time == call.at.time && past.ticket == call.ticket &&
           past.counter == call.counter;
  });
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

void CallLine::add(const protocol::Call& call, Micros now) {
  if (knows(call.call)) return;
  remember(call.call);
  if (had_its_time(call)) return;
  if (!share_turn(call)) waiting_.emplace(call.call, Waiting{call, now});
}

bool CallLine::share_turn(const protocol::Call& call) {
  const auto turn = std::find_if(waiting_.begin(), waiting_.end(), [&](const auto& entry) {
    return entry.second.call.ticket == call.ticket && entry.second.call.counter == call.counter;
  });
  if (turn == waiting_.end()) return false;
  auto shared = waiting_.extract(turn);
  auto& [newest, came, older] = shared.mapped();
  older.push_back(std::min(newest.call, call.call));
  if (call.call > newest.call) newest = call;
  shared.key() = std::min(shared.key(), call.call);
  waiting_.insert(std::move(shared));
  return true;
}

std::vector<WaitingCall> CallLine::waiting() const {
  std::vector<WaitingCall> calls;
  for (const auto& [turn, one] : waiting_) calls.push_back({&one.call, one.came});
  return calls;
}

void CallLine::skip(std::uint64_t call) {
  if (knows(call)) return;
  remember(call);
  if (live_ && call > live_->call.call) outdated_ = true;
}

void CallLine::go_on_after_interruption(WallTime still_news) {
  if (live_ && !live_->proven) live_->since.reset();
  std::erase_if(waiting_, [still_news](const auto& one) { return one.second.call.at.time < still_news; });
}

void CallLine::advance(Micros now) {
  if (live_ && !live_->since) return;
  if (live_ && !live_->proven && (now - *live_->since < hold() || announcing_)) return;
  if (live_ && !live_->proven) prove();
  if (!waiting_.empty()) show_next();
  if (outdated_ && held()) live_.reset();
}

void CallLine::prove() {
  live_->proven = true;
  std::sort(live_->older.begin(), live_->older.end());
  shown_.insert(shown_.end(), live_->older.begin(), live_->older.end());
  shown_.push_back(live_->call.call);
  past_.push_back(live_->call);
  if (past_.size() > kPast) past_.pop_front();
}

void CallLine::show_next() {
  auto next = waiting_.extract(waiting_.begin());
  live_ = Live{std::move(next.mapped().call), std::move(next.mapped().older), {}, false};
  outdated_ = false;
}

void CallLine::presented(Micros now) {
  if (live_ && !live_->since) live_->since = now;
}

std::optional<Micros> CallLine::deadline() const {
  if (live_ && !live_->proven) {
    if (!live_->since || announcing_) return std::nullopt;
    return *live_->since + hold();
  }
  if (!waiting_.empty() || (live_ && outdated_)) return 0;
  return std::nullopt;
}

std::vector<std::uint64_t> CallLine::take_shown() {
  return std::exchange(shown_, {});
}

}  // namespace panggil::display
