/// \file
/// The course of an announcement: chime, phrase, pause, phrase again, other languages. Pure: told what
/// monotonic time it is and how long each sound lasts, never asks whether one has ended, as a machine without
/// a sound device says so at once.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/local_text.hpp"
#include "display/model/micros.hpp"
#include "display/model/waiting_call.hpp"
#include "display/voice/grammar.hpp"

namespace panggil::voice {
using display::Micros;
using display::WaitingCall;

/// What is said of every call.
struct Speech {
  std::vector<Language> languages = {Language::kIndonesian};  ///< the first one twice, others once
  Numbers numbers = Numbers::kDigits;
  bool words = true;  ///< false: the chime alone
};

enum class Chime { kFull, kShort };

/// Sounds that are played in one go, after a rest; phrases have one between them.
struct Strip {
  Micros rest = 0;
  std::optional<Chime> chime;
  std::vector<Phrase> phrases;
  Micros between = 0;
};

/// How long each sound lasts.
struct Lengths {
  std::function<Micros(Chime)> chime;
  std::function<std::optional<Micros>(const Phrase&)> phrase;  ///< nothing: it is not there, or not yet
};

/// What may be said of a call, the likeliest first: for whoever makes the sounds.
std::vector<Phrase> phrases_of(const protocol::Call& call, const Speech& speech);
/// What may be said of one among many.
std::vector<Phrase> phrases_in_crowd(const protocol::Call& call, const Speech& speech);
/// Those of both that the counter alone decides: they can be made before anybody is called to it.
std::vector<Phrase> phrases_of_counter(const protocol::LocalText& label, const Speech& speech);

class Announcer {
 public:
  /// With more calls waiting than this each is announced shortly, once, until none waits.
  static constexpr std::size_t kMostWaiting = 3;
  /// So long after it has come a call is to have been said. Where it would not be, all are said shortly, and
  /// where that is not enough quickly too, until none waits.
  static constexpr Micros kSoon = 45 * display::kSecond;
  /// A phrase that is not there when its turn comes is waited for so long, then left out.
  static constexpr Micros kPatience = 1500 * display::kMillisecond;

  Announcer(Speech speech, Lengths lengths);

  /// Announces a call from now on; what it was announcing is over. `lead_in`: silence before the chime.
  void begin(const protocol::Call& call, Micros now, Micros lead_in = 0);
  /// Over at once. Whoever plays is to be told as well.
  void interrupt();
  /// What is to be played now, if anything, while these wait.
  std::optional<Strip> advance(Micros now, const std::vector<WaitingCall>& waiting);

  bool speaking() const { return call_.has_value(); }
  /// A short form is on.
  bool crowded() const { return pace_ != Form::kFull; }
  /// When advance() wants to be called again; nothing: not by itself.
  std::optional<Micros> deadline(Micros now) const;

 private:
  void hurry(Micros now, const std::vector<WaitingCall>& waiting);
  Micros late(Form pace, Micros now, const std::vector<WaitingCall>& waiting) const;
  Strip chime(Form pace) const;
  std::optional<Strip> next_reading(Form pace) const;
  Strip reading(const protocol::Call& call, Language language, Form form) const;
  std::vector<Strip> readings(const protocol::Call& call, Form pace) const;
  std::optional<Micros> length(const Strip& strip) const;
  std::optional<Micros> length(const protocol::Call& call, Form pace) const;
  Micros rest_of_this(Form pace) const;
  void start(const Strip& strip, Micros lasts, Micros now);

  Speech speech_;
  Lengths lengths_;
  std::optional<protocol::Call> call_;
  Micros begun_ = 0;
  Micros lead_in_ = 0;
  bool chimed_ = false;
  std::size_t read_ = 0;     ///< readings made, or left out
  Micros next_ = 0;          ///< what has been started is over then
  Form pace_ = Form::kFull;  ///< goes up only, until none waits
};

}  // namespace panggil::voice
