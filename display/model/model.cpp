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

Scene Model::scene(Micros now) const {
  Scene scene;
  name_place(scene);
  tell_time(scene, now);
  scene.closed = closed();
  if (scene.closed && scene.link != LinkState::kLost) scene.opens = opens(now);
  tell_calls(scene);
  scene.services = services();
  scene.orbit = orbit_;
  scene.dark = dark(now);
  tell_counters(scene);
  tell_notices(scene, now);
  return scene;
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

bool Model::closed() const {
  if (!board_ || board_->open) return false;
  const bool nobody_waits = std::all_of(board_->services.begin(), board_->services.end(),
                                        [](const auto& service) { return service.waiting == 0; });
  const bool nobody_is_served = std::none_of(board_->counters.begin(), board_->counters.end(),
                                             [](const auto& counter) { return counter.ticket.has_value(); });
  return nobody_waits && nobody_is_served;
}

/// The first of the area's services that gives out tickets again.
std::optional<Opening> Model::opens(Micros now) const {
  std::optional<Stamp> first;
  if (!board_ || !office_) return std::nullopt;
  for (const auto& service : office_->services) {
    const bool is_here = std::any_of(board_->services.begin(), board_->services.end(),
                                     [&](const auto& one) { return one.service == service.service; });
    if (is_here && service.opens_at && (!first || service.opens_at->time < first->time))
      first = service.opens_at;
  }
  const auto today = clock_.time(now);
  if (!first || !today) return std::nullopt;
  const auto day_of = [](const Stamp& stamp) {
    return std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset);
  };
  const auto day = day_of(*first);
  const auto days_off = (day - day_of(*today)).count();
  if (days_off < 0) return std::nullopt;
  return Opening{Day(day), days_off, hours_and_minutes(*first)};
}

void Model::tell_calls(Scene& scene) const {
  std::vector<Label> counters;
  for (const auto& label : this->counters()) counters.push_back(split_label(in_language(label, language())));
  const CounterWords words(counters);
  // After so long without word the last call may long be over, and it is when nobody is left; one that has
  // just come is shown all the same.
  const bool hidden = line_.held() && (scene.link == LinkState::kLost || scene.closed);
  const protocol::Call* live = hidden ? nullptr : line_.live();
  if (live) scene.live = called(*live, words);
  scene.recent = recent(live, words);
  scene.calling = live && calling();
}

std::vector<protocol::LocalText> Model::counters() const {
  std::vector<protocol::LocalText> labels;
  if (!board_) return labels;
  for (const auto& counter : board_->counters) labels.push_back(counter.label);
  return labels;
}

std::string Model::language() const {
  if (!language_.empty()) return language_;
  return office_ && !office_->languages.empty() ? office_->languages.front() : "id";
}

void Model::name_place(Scene& scene) const {
  scene.language = language();
  if (!office_) return;
  scene.office = in_language(office_->name, scene.language);
  for (const auto& area : office_->areas)
    if (area.area == area_.text()) scene.area = in_language(area.name, scene.language);
  scene.areas_instead = areas_instead();
  if (!scene.areas_instead.empty()) scene.area = area_.text();
}

std::string Model::areas_instead() const {
  std::string list;
  if (!office_) return list;
  for (const auto& area : office_->areas) {
    if (area.area == area_.text()) return {};
    list += (list.empty() ? "" : ", ") + area.area;
  }
  return list;
}

void Model::tell_time(Scene& scene, Micros now) const {
  scene.link = clock_.state(now);
  if (const auto time = clock_.time(now)) scene.clock = hours_and_minutes(*time);
  if (scene.link == LinkState::kFresh) return;
  if (clock_.last()) scene.last_data = hours_and_minutes(*clock_.last());
  if (!clock_.last() && board_) scene.last_data = hours_and_minutes(board_->at);
}

void Model::tell_counters(Scene& scene) const {
  if (!board_) return;
  for (const auto& counter : board_->counters) {
    CounterLine line{split_label(in_language(counter.label, language())), counter.state,
                     counter.ticket.value_or("")};
    if (desk_ && counter.counter == desk_->text()) scene.desk = line;
    if (counter.state != "closed") scene.counters.push_back(std::move(line));
  }
}

void Model::tell_notices(Scene& scene, Micros now) const {
  for (auto& notice : notices(now))
    (notice.level == Level::kEmergency ? scene.emergencies : scene.notices).push_back(std::move(notice));
  scene.stage = stage(now);
}

CalledTicket Model::called(const protocol::Call& call, const CounterWords& words) const {
  const auto label = split_label(in_language(call.label, language()));
  return {call.call, call.ticket, label, words.matters(label)};
}

std::vector<CalledTicket> Model::recent(const protocol::Call* live, const CounterWords& words) const {
  std::vector<CalledTicket> rows;
  const auto same = [](const auto& one, const auto& other) {
    return one.ticket == other.ticket && one.counter == other.counter;
  };
  const auto live_row = live ? std::optional(called(*live, words)) : std::nullopt;
  for (const auto& [number, call] : calls_) {
    const auto row = called(call, words);
    const bool again =
        (live_row && same(row, *live_row)) ||
        std::any_of(rows.begin(), rows.end(), [&](const auto& other) { return same(row, other); });
    if (!again) rows.push_back(row);
    if (rows.size() == kRecentRows) break;
  }
  return rows;
}

namespace {
/// Outwards to whole minutes.
std::optional<WaitBand> in_minutes(const std::optional<protocol::Estimate>& estimate) {
  if (!estimate) return std::nullopt;
  return WaitBand{estimate->low_s / 60, (estimate->high_s + 59) / 60};
}
}  // namespace

std::vector<ServiceLine> Model::services() const {
  std::vector<ServiceLine> lines;
  if (!board_) return lines;
  for (const auto& service : board_->services) {
    const bool concerns_nobody = service.state == "closed" && service.waiting == 0;
    if (!concerns_nobody)
      lines.push_back({in_language(service.name, language()), service.waiting, in_minutes(service.estimate)});
  }
  return lines;
}

}  // namespace panggil::display
