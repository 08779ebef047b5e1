#include "display/model/model.hpp"

#include <algorithm>
#include <utility>

#include "display/model/orbit.hpp"

namespace panggil::display {
namespace {
constexpr std::size_t kKeptCalls = 12;  // as many as a board has

std::optional<Micros> earlier(std::optional<Micros> one, std::optional<Micros> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}
}  // namespace

Model::Model(AreaId area, std::string language, Micros now)
    : area_(std::move(area)), language_(std::move(language)), clock_(now) {}

bool Model::is_ours(const std::string& epoch, Delivery delivery, Micros now) {
  const bool leftover = delivery == Delivery::kRetained && clock_.state(now) == LinkState::kFresh;
  const auto verdict = continuity_.judge(epoch, leftover);
  if (verdict == Continuity::Verdict::kForget) forget();
  return verdict != Continuity::Verdict::kIgnore;
}

void Model::forget() {
  line_.forget();
  calls_.clear();
  board_.reset();
  office_.reset();
  heard_.reset();
}

void Model::take(const protocol::Beat& beat, Micros now) {
  is_ours(beat.epoch, Delivery::kLive, now);
  clock_.beat(beat.time, now);
  continuity_.beat(beat.seq, now);
  heard(beat.time.time, now);
}

void Model::take(const protocol::Status& status, Delivery delivery, Micros now) {
  // A will may be older than the database that is there now; only who lives says what the epoch is.
  if (status.state == "offline") return;
  if (is_ours(status.epoch, delivery, now)) continuity_.is_news("status", status.seq);
}

void Model::take(const protocol::Office& office) {
  if (continuity_.is_old("office", office.seq)) return;
  continuity_.is_news("office", office.seq);
  office_ = office;
}

void Model::take(const protocol::Board& board, Delivery delivery, Micros now) {
  if (board.area != area_.text() || !is_ours(board.epoch, delivery, now)) return;
  if (continuity_.is_old("board", board.seq)) return;
  continuity_.is_news("board", board.seq);
  board_ = board;
  follow_board();
  if (delivery == Delivery::kLive) heard(board.at.time, now);
  judge_missed(now);
}

void Model::follow_board() {
  std::erase_if(calls_, [this](const auto& known) { return known.second.seq <= board_->seq; });
  for (const auto& call : board_->calls)
    if (is_for_this_screen(call)) calls_.emplace(call.call, call);
  if (line_.live() && !calls_.contains(line_.live()->call)) line_.outdate();
}

void Model::take(const protocol::Call& call, Micros now) {
  if (call.area != area_.text() || !is_ours(call.epoch, Delivery::kLive, now)) return;
  if (!continuity_.is_news("call", call.seq)) return;
  heard(call.at.time, now);
  if (!is_for_this_screen(call)) return;
  line_.add(call, now);
  if (board_ && call.seq <= board_->seq) return;  // the board has it, or knows that it is over
  calls_.emplace(call.call, call);
  while (calls_.size() > kKeptCalls) calls_.erase(std::prev(calls_.end()));
}

void Model::board_gone() {
  board_.reset();
  calls_.clear();
  line_.outdate();
}

void Model::heard(WallTime time, Micros now) {
  heard_ = Heard{time, now};
  judge_missed(now);
}

/// How old a call is only the dispatcher's time can tell: a retained board waits for the next beat.
void Model::judge_missed(Micros now) {
  if (!heard_ || now - heard_->at >= BeatClock::kSilence) return;
  for (const auto& [number, call] : calls_) {
    if (line_.knows(number)) continue;
    if (heard_->time - call.at.time < kMaxAge) {
      line_.add(call, now);
    } else {
      line_.skip(number);
    }
  }
}

void Model::advance(Micros now) {
  const bool emergency = stage(now) == Stage::kEmergency;
  if (emergency_ && !emergency) {
    const auto time = clock_.time(now);
    line_.go_on_after_interruption(time ? time->time - kMaxAge : WallTime::min());
  }
  emergency_ = emergency;
  if (!emergency_) line_.advance(now);
  if (calling()) called_last_ = now;
  orbit(now);
}

void Model::presented(Micros now) {
  if (!emergency_) line_.presented(now);
}

/// With the clock's minute, as everything is drawn anew then; not while people read a call.
void Model::orbit(Micros now) {
  const auto time = clock_.time(now);
  if (!time || calling() || emergency_) return;
  const auto minute = hours_and_minutes(*time);
  if (minute == orbit_minute_) return;
  if (!orbit_minute_.empty()) orbit_ = (orbit_ + 1) % kOrbitSteps;
  orbit_minute_ = minute;
}

bool Model::is_for_this_screen(const protocol::Call& call) const {
  return !desk_ || call.counter == desk_->text();
}

std::vector<NoticeText> Model::notices(Micros now) const {
  if (!board_) return {};
  return notices_at(board_->notices, clock_.time(now), language());
}

std::optional<Micros> Model::notice_ends(Micros now) const {
  const auto time = clock_.time(now);
  if (!board_ || !time) return std::nullopt;
  const auto end = next_end(board_->notices, time);
  if (!end) return std::nullopt;
  return now + std::chrono::microseconds(*end - time->time).count();
}

bool Model::dark(Micros now) const {
  if (stage(now) == Stage::kEmergency || calling()) return false;
  if (called_last_ && now - *called_last_ < kAwake) return false;
  return !ordered_.value_or(is_on(hours_, clock_.time(now)));
}

std::optional<Micros> Model::deadline(Micros now) const {
  auto next = earlier(clock_.changes_at(now), continuity_.deadline());
  if (!emergency_) next = earlier(next, line_.deadline());
  const bool may_sleep = ordered_ || !hours_.empty();
  if (may_sleep && called_last_ && now - *called_last_ < kAwake) next = earlier(next, *called_last_ + kAwake);
  return earlier(next, notice_ends(now));
}

std::vector<protocol::Shown> Model::take_shown(Micros now) {
  std::vector<protocol::Shown> shown;
  const auto otherwise = board_ ? board_->at : Stamp{};
  for (const auto call : line_.take_shown()) shown.push_back({call, clock_.time(now).value_or(otherwise)});
  return shown;
}

}  // namespace panggil::display
