#include "display/announcements.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"

namespace panggil::display {
namespace {
using sound::Loudspeaker;
using sound::Piece;
using Need = sound::Studio::Need;

constexpr std::size_t kMostClips = 4096;  // some hundred tickets a day, in two languages

/// The player is this same program.
std::vector<std::string> player(const VoiceSettings& settings) {
  return {"/proc/self/exe", "--player", settings.device};
}

std::optional<Micros> earlier(std::optional<Micros> one, std::optional<Micros> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}
}  // namespace

Announcements::Announcements(const VoiceSettings& settings, EventLoop& loop)
    : settings_(settings),
      loop_(loop),
      studio_(sound::Workshop(settings.speakers, sound::cache_folder(settings.cache))),
      loudspeaker_(loop, player(settings), settings.keep_open),
      announcer_(settings.speech, {[this](voice::Chime kind) { return length(kind).value_or(0); },
                                   [this](const voice::Phrase& phrase) { return length(phrase); }}) {
  loop_.watch(studio_.fd(), [this] { take_made(); });
  studio_.order(voice::Chime::kFull, Need::kNow);
  studio_.order(voice::Chime::kShort, Need::kNow);
}

Announcements::~Announcements() {
  loop_.unwatch(studio_.fd());
}

std::optional<Micros> Announcements::length(const Piece& piece) const {
  const auto clip = clips_.find(piece);
  return clip == clips_.end() ? std::nullopt : std::optional(clip->second.length);
}

void Announcements::prepare(const std::vector<protocol::LocalText>& counters) {
  if (counters == prepared_) return;
  prepared_ = counters;
  for (const auto& label : counters)
    for (const auto& phrase : phrases_of_counter(label, settings_.speech)) order(phrase, Need::kLater);
}

void Announcements::order(const voice::Phrase& phrase, Need need) {
  if (!clips_.contains(phrase)) studio_.order(phrase, need);
}

void Announcements::take_made() {
  for (auto& made : studio_.take()) {
    for (const auto& complaint : made.complaints) log::warn("{}", complaint);
    const bool words = std::holds_alternative<voice::Phrase>(made.piece);
    if (words) mute_ = !made.clip;
    if (made.clip) {
      if (clips_.size() >= kMostClips && !speaking()) forget_phrases();
      clips_.insert_or_assign(std::move(made.piece), *std::move(made.clip));
    } else if (told_.insert(made.clip.error()).second) {
      log::error("something cannot be said: {}", made.clip.error());
    }
  }
}

/// They are still on disk.
void Announcements::forget_phrases() {
  std::erase_if(clips_, [](const auto& clip) { return std::holds_alternative<voice::Phrase>(clip.first); });
  prepared_.clear();
}

void Announcements::forget_unreadable() {
  for (const auto& file : loudspeaker_.take_unreadable()) {
    const auto clip = std::find_if(clips_.begin(), clips_.end(),
                                   [&](const auto& entry) { return entry.second.file == file; });
    if (clip == clips_.end()) continue;
    log::warn("{} is not there any more or is damaged; it is made anew", file.string());
    studio_.order(clip->first, Need::kNow);
    clips_.erase(clip);
  }
}

void Announcements::turn(const Shown& shown, Micros now) {
  loudspeaker_.turn(now);
  forget_unreadable();
  follow(shown, now);
  foresee(shown);
  begin_pending(now);
  if (const auto strip = announcer_.advance(now, shown.waiting)) play(*strip, shown.clock, now);
}

void Announcements::follow(const Shown& shown, Micros now) {
  const auto call = shown.live ? shown.live->call : 0;
  if (call == std::exchange(followed_, call)) return;
  if (speaking()) loudspeaker_.stop();
  announcer_.interrupt();
  pending_.reset();
  if (!shown.live) return;
  pending_ = *shown.live;
  const auto& speech = settings_.speech;
  for (const auto& phrase :
       announcer_.crowded() ? phrases_in_crowd(*pending_, speech) : phrases_of(*pending_, speech))
    order(phrase, Need::kNow);
  loudspeaker_.wake(now);
}

/// Where some wait, what would be said of them is made while they do: how long they take decides how the
/// present one is said.
void Announcements::foresee(const Shown& shown) {
  if (shown.waiting.empty()) return foreseen_.clear();
  const auto make = [this](const protocol::Call& call, Need need) {
    if (!foreseen_.insert(call.call).second) return;
    for (const auto& phrase : phrases_in_crowd(call, settings_.speech)) order(phrase, need);
  };
  if (shown.live) make(*shown.live, Need::kNow);
  for (const auto& waiting : shown.waiting) make(*waiting.call, Need::kLater);
}

void Announcements::begin_pending(Micros now) {
  if (!pending_ || loudspeaker_.state() == Loudspeaker::State::kOpening) return;
  if (loudspeaker_.state() == Loudspeaker::State::kOpen)
    announcer_.begin(*pending_, now, loudspeaker_.fresh() ? settings_.lead_in : 0);
  pending_.reset();
}

void Announcements::play(const voice::Strip& strip, const std::string& clock, Micros now) {
  std::vector<sound::Step> steps;
  Micros lasts = 0;
  const auto add = [&](Micros rest, const Piece& piece) {
    const auto clip = clips_.find(piece);
    if (clip == clips_.end()) return;
    steps.push_back({rest, clip->second.file});
    lasts += rest + clip->second.length;
  };
  if (strip.chime) add(strip.rest, *strip.chime);
  for (const auto& phrase : strip.phrases)
    add(&phrase == &strip.phrases.front() ? strip.rest : strip.between, phrase);
  // Half of it is a quarter of the power: as people turn a knob.
  const float part = static_cast<float>(volume_at(settings_, clock)) / 100.0F;
  log::debug("plays for {} ms", lasts / kMillisecond);
  loudspeaker_.play(steps, part * part, lasts, now);
}

std::optional<Micros> Announcements::deadline(Micros now) const {
  return earlier(announcer_.deadline(now), loudspeaker_.deadline());
}

std::optional<std::string> Announcements::sound() const {
  const auto works = loudspeaker_.works();
  if (!works) return std::nullopt;
  if (!*works) return "failed";
  return mute_ || !settings_.speech.words ? "chime" : "ok";
}

}  // namespace panggil::display
