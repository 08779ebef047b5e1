#include "display/voice/announcer.hpp"

#include <algorithm>
#include <utility>

#include "display/model/label.hpp"

namespace panggil::voice {
namespace {
using display::kHoldWhileOthersWait;
using display::kMillisecond;

/// How long nothing is heard, before or between.
struct Rests {
  Micros before_chime;
  Micros before_phrase;
  Micros before_counter;
};
constexpr Rests kFullRests{200 * kMillisecond, 400 * kMillisecond, 250 * kMillisecond};
constexpr Rests kShortRests{150 * kMillisecond, 100 * kMillisecond, 100 * kMillisecond};
constexpr Rests kQuickRests{100 * kMillisecond, 50 * kMillisecond, 80 * kMillisecond};
constexpr Micros kBeforeAgain = 1000 * kMillisecond;

/// From one call to the next: a frame has to be drawn on a slow machine.
constexpr Micros kChange = 100 * kMillisecond;

const Rests& rests(Form form) {
  if (form == Form::kQuick) return kQuickRests;
  return form == Form::kFull ? kFullRests : kShortRests;
}

Phrase counter_phrase(const protocol::LocalText& label, Form form, Language language) {
  return counter_phrase(display::in_language(label, std::string(code(language))), form, language);
}

std::vector<Phrase> both(const protocol::Call& call, Form form, Numbers numbers, Language language) {
  return {ticket_phrase(call.ticket, form, numbers, language), counter_phrase(call.label, form, language)};
}

void append(std::vector<Phrase>& phrases, std::vector<Phrase> more) {
  std::move(more.begin(), more.end(), std::back_inserter(phrases));
}
}  // namespace

std::vector<Phrase> phrases_of(const protocol::Call& call, const Speech& speech) {
  std::vector<Phrase> phrases;
  if (!speech.words) return phrases;
  append(phrases, both(call, Form::kFull, speech.numbers, speech.languages.front()));
  append(phrases, both(call, Form::kShort, speech.numbers, speech.languages.front()));
  for (std::size_t other = 1; other < speech.languages.size(); ++other)
    append(phrases, both(call, Form::kFull, speech.numbers, speech.languages[other]));
  return phrases;
}

std::vector<Phrase> phrases_in_crowd(const protocol::Call& call, const Speech& speech) {
  std::vector<Phrase> phrases;
  if (!speech.words) return phrases;
  for (const Form form : {Form::kShort, Form::kQuick})
    append(phrases, both(call, form, speech.numbers, speech.languages.front()));
  return phrases;
}

std::vector<Phrase> phrases_of_counter(const protocol::LocalText& label, const Speech& speech) {
  std::vector<Phrase> phrases;
  if (!speech.words) return phrases;
  for (const auto language : speech.languages)
    phrases.push_back(counter_phrase(label, Form::kFull, language));
  for (const Form form : {Form::kShort, Form::kQuick})
    phrases.push_back(counter_phrase(label, form, speech.languages.front()));
  return phrases;
}

Announcer::Announcer(Speech speech, Lengths lengths)
    : speech_(std::move(speech)), lengths_(std::move(lengths)) {}

void Announcer::begin(const protocol::Call& call, Micros now, Micros lead_in) {
  call_ = call;
  begun_ = now;
  lead_in_ = lead_in;
  chimed_ = false;
  read_ = 0;
  next_ = now;
}

void Announcer::interrupt() {
  if (call_) pace_ = Form::kFull;
  call_.reset();
}

/// The slowest pace at which all are said soon; where none is, one that makes nobody wait longer.
void Announcer::hurry(Micros now, const std::vector<WaitingCall>& waiting) {
  if (waiting.size() > kMostWaiting) pace_ = std::max(pace_, Form::kShort);
  if (waiting.empty() || pace_ == Form::kQuick) return;
  const auto at_best = std::max<Micros>(0, late(Form::kQuick, now, waiting));
  for (; pace_ != Form::kQuick; pace_ = pace_ == Form::kFull ? Form::kShort : Form::kQuick)
    if (late(pace_, now, waiting) <= at_best) return;
}

/// How much too late the latest of them would be, if all from here on were said at that pace.
Micros Announcer::late(Form pace, Micros now, const std::vector<WaitingCall>& waiting) const {
  // Of what is not made yet nobody knows; it will hardly be longer than this call.
  const auto otherwise = length(*call_, pace).value_or(0);
  auto ends = std::max(now + rest_of_this(pace), begun_ + kHoldWhileOthersWait);
  auto latest = ends - now - kSoon;
  for (const auto& [call, came] : waiting) {
    const auto lasts = length(*call, pace).value_or(otherwise);
    ends += kChange + std::max(kHoldWhileOthersWait, lasts);
    latest = std::max(latest, ends - came - kSoon);
  }
  return latest;
}

std::optional<Strip> Announcer::advance(Micros now, const std::vector<WaitingCall>& waiting) {
  if (!call_ || now < next_) return std::nullopt;
  hurry(now, waiting);
  if (!chimed_) {
    auto strip = chime(pace_);
    strip.rest += lead_in_;
    chimed_ = true;
    start(strip, *length(strip), now);
    return strip;
  }
  while (const auto strip = next_reading(pace_)) {
    const auto lasts = length(*strip);
    if (!lasts && now < next_ + kPatience) return std::nullopt;
    ++read_;
    if (!lasts) continue;
    start(*strip, *lasts, now);
    return strip;
  }
  call_.reset();
  if (waiting.empty()) pace_ = Form::kFull;
  return std::nullopt;
}

void Announcer::start(const Strip& strip, Micros lasts, Micros now) {
  next_ = now + strip.rest + lasts;
}

std::optional<Micros> Announcer::deadline(Micros now) const {
  if (!call_) return std::nullopt;
  return now < next_ ? next_ : next_ + kPatience;
}

Strip Announcer::chime(Form pace) const {
  return {rests(pace).before_chime, pace == Form::kFull ? Chime::kFull : Chime::kShort, {}, 0};
}

/// All of a call, if it were said from its beginning.
std::vector<Strip> Announcer::readings(const protocol::Call& call, Form pace) const {
  if (!speech_.words) return {};
  const auto& first = speech_.languages.front();
  if (pace != Form::kFull) return {reading(call, first, pace)};
  std::vector<Strip> strips(2, reading(call, first, pace));
  for (std::size_t other = 1; other < speech_.languages.size(); ++other)
    strips.push_back(reading(call, speech_.languages[other], pace));
  for (std::size_t at = 1; at < strips.size(); ++at) strips[at].rest = kBeforeAgain;
  return strips;
}

std::optional<Strip> Announcer::next_reading(Form pace) const {
  const auto strips = readings(*call_, pace);
  return read_ < strips.size() ? std::optional(strips[read_]) : std::nullopt;
}

Strip Announcer::reading(const protocol::Call& call, Language language, Form form) const {
  return {
      rests(form).before_phrase, {}, both(call, form, speech_.numbers, language), rests(form).before_counter};
}

std::optional<Micros> Announcer::length(const Strip& strip) const {
  Micros sum = strip.chime ? lengths_.chime(*strip.chime) : 0;
  for (const auto& phrase : strip.phrases) {
    const auto lasts = lengths_.phrase(phrase);
    if (!lasts) return std::nullopt;
    sum += *lasts + (&phrase == &strip.phrases.front() ? 0 : strip.between);
  }
  return sum;
}

std::optional<Micros> Announcer::length(const protocol::Call& call, Form pace) const {
  const auto ring = chime(pace);
  Micros sum = ring.rest + *length(ring);
  for (const auto& strip : readings(call, pace)) {
    const auto lasts = length(strip);
    if (!lasts) return std::nullopt;
    sum += strip.rest + *lasts;
  }
  return sum;
}

/// Of what is not there yet: nothing.
Micros Announcer::rest_of_this(Form pace) const {
  Micros sum = 0;
  if (!chimed_) sum += lead_in_ + chime(pace).rest + *length(chime(pace));
  const auto strips = readings(*call_, pace);
  for (auto at = read_; at < strips.size(); ++at) sum += strips[at].rest + length(strips[at]).value_or(0);
  return sum;
}

}  // namespace panggil::voice
