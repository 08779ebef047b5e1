#include "display/voice/announcer.hpp"

#include <utility>

#include "display/model/label.hpp"

namespace panggil::voice {
namespace {
using display::kMillisecond;

/// How long nothing is heard, before or between.
struct Rests {
  Micros before_chime;
  Micros before_phrase;
  Micros before_counter;
};
constexpr Rests kFullRests{200 * kMillisecond, 400 * kMillisecond, 250 * kMillisecond};
constexpr Rests kShortRests{150 * kMillisecond, 100 * kMillisecond, 100 * kMillisecond};
constexpr Micros kBeforeAgain = 1000 * kMillisecond;

const Rests& rests(Form form) {
  return form == Form::kFull ? kFullRests : kShortRests;
}

Phrase counter_phrase(const protocol::LocalText& label, Form form, Language language) {
  return counter_phrase(display::in_language(label, std::string(code(language))), form, language);
}

std::vector<Phrase> both(const protocol::Call& call, Form form, Numbers numbers, Language language) {
  return {ticket_phrase(call.ticket, form, numbers, language), counter_phrase(call.label, form, language)};
}
}  // namespace

std::vector<Phrase> phrases_of(const protocol::Call& call, const Speech& speech) {
  std::vector<Phrase> phrases;
  if (!speech.words) return phrases;
  const auto add = [&](Form form, Language language) {
    for (auto& phrase : both(call, form, speech.numbers, language)) phrases.push_back(std::move(phrase));
  };
  add(Form::kFull, speech.languages.front());
  add(Form::kShort, speech.languages.front());
  for (std::size_t other = 1; other < speech.languages.size(); ++other)
    add(Form::kFull, speech.languages[other]);
  return phrases;
}

std::vector<Phrase> phrases_of_counter(const protocol::LocalText& label, const Speech& speech) {
  std::vector<Phrase> phrases;
  if (!speech.words) return phrases;
  for (const auto language : speech.languages)
    phrases.push_back(counter_phrase(label, Form::kFull, language));
  phrases.push_back(counter_phrase(label, Form::kShort, speech.languages.front()));
  return phrases;
}

Announcer::Announcer(Speech speech, Lengths lengths)
    : speech_(std::move(speech)), lengths_(std::move(lengths)) {}

void Announcer::begin(const protocol::Call& call, Micros now, Micros lead_in) {
  call_ = call;
  lead_in_ = lead_in;
  chimed_ = false;
  read_ = 0;
  next_ = now;
}

void Announcer::interrupt() {
  if (call_) crowded_ = false;
  call_.reset();
}

void Announcer::judge_crowd(std::size_t waiting) {
  if (waiting > kMostWaiting) crowded_ = true;
  const auto others = static_cast<Micros>(waiting);
  if (waiting > 0 && (others + 1) * full_length() > kSoon) crowded_ = true;
}

std::optional<Strip> Announcer::advance(Micros now, std::size_t waiting) {
  if (!call_ || now < next_) return std::nullopt;
  judge_crowd(waiting);
  if (!chimed_) {
    const auto strip = chime();
    chimed_ = true;
    start(strip, *length(strip), now);
    return strip;
  }
  while (const auto strip = next_reading()) {
    const auto lasts = length(*strip);
    if (!lasts && now < next_ + kPatience) return std::nullopt;
    ++read_;
    if (!lasts) continue;
    start(*strip, *lasts, now);
    return strip;
  }
  call_.reset();
  if (waiting == 0) crowded_ = false;
  return std::nullopt;
}

void Announcer::start(const Strip& strip, Micros lasts, Micros now) {
  next_ = now + strip.rest + lasts;
}

std::optional<Micros> Announcer::deadline(Micros now) const {
  if (!call_) return std::nullopt;
  return now < next_ ? next_ : next_ + kPatience;
}

Strip Announcer::chime() {
  const Form form = crowded_ ? Form::kShort : Form::kFull;
  return {lead_in_ + rests(form).before_chime, crowded_ ? Chime::kShort : Chime::kFull, {}, 0};
}

std::optional<Strip> Announcer::next_reading() const {
  if (!speech_.words) return std::nullopt;
  const auto& first = speech_.languages.front();
  if (crowded_) return read_ == 0 ? std::optional(reading(first, Form::kShort)) : std::nullopt;
  if (read_ > speech_.languages.size()) return std::nullopt;
  auto strip = reading(read_ < 2 ? first : speech_.languages[read_ - 1], Form::kFull);
  if (read_ > 0) strip.rest = kBeforeAgain;
  return strip;
}

Strip Announcer::reading(Language language, Form form) const {
  return {rests(form).before_phrase,
          {},
          both(*call_, form, speech_.numbers, language),
          rests(form).before_counter};
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

/// Of what is not there yet: nothing.
Micros Announcer::full_length() const {
  Micros sum = kFullRests.before_chime + lengths_.chime(Chime::kFull);
  const auto add = [&](Language language, Micros rest) {
    sum += rest + length(reading(language, Form::kFull)).value_or(0);
  };
  if (!speech_.words) return sum;
  add(speech_.languages.front(), kFullRests.before_phrase);
  add(speech_.languages.front(), kBeforeAgain);
  for (std::size_t other = 1; other < speech_.languages.size(); ++other)
    add(speech_.languages[other], kBeforeAgain);
  return sum;
}

}  // namespace panggil::voice
