#include "display/model/continuity.hpp"

#include <algorithm>
#include <utility>

namespace panggil::display {

Continuity::Verdict Continuity::judge(const std::string& epoch, bool leftover) {
  if (epoch == epoch_) return Verdict::kTake;
  if (leftover && !epoch_.empty()) return Verdict::kIgnore;
  const bool first = epoch_.empty();
  epoch_ = epoch;
  if (first) return Verdict::kTake;
  last_.clear();
  have_ = beat_ = 0;
  behind_since_.reset();
  patience_ = kPatience;
  // The office's topic bears no epoch and may have come before: it must come again.
  asked_ = true;
  return Verdict::kForget;
}

bool Continuity::is_news(const std::string& topic, std::uint64_t seq) {
  const auto [last, added] = last_.try_emplace(topic, seq);
  if (!added && seq <= last->second) return false;
  last->second = seq;
  raise(seq);
  patience_ = kPatience;
  return true;
}

bool Continuity::is_old(const std::string& topic, std::uint64_t seq) const {
  const auto last = last_.find(topic);
  return last != last_.end() && seq < last->second;
}

void Continuity::raise(std::uint64_t seq) {
  have_ = std::max(have_, seq);
  if (have_ >= beat_) behind_since_.reset();
}

void Continuity::beat(std::uint64_t seq, Micros now) {
  beat_ = seq;
  if (have_ >= beat_) {
    behind_since_.reset();
  } else if (!behind_since_) {
    behind_since_ = now;
  }
}

bool Continuity::take_refresh(Micros now) {
  if (behind_since_ && now - *behind_since_ >= patience_) {
    asked_ = true;
    patience_ = std::min(2 * patience_, kMostPatience);
    raise(beat_);  // what comes now is as new as this beat
  }
  return std::exchange(asked_, false);
}

std::optional<Micros> Continuity::deadline() const {
  if (asked_) return 0;
  if (!behind_since_) return std::nullopt;
  return *behind_since_ + patience_;
}

}  // namespace panggil::display
