/// \file
/// Has the call on the screen announced: what is said when is decided in display/voice, the sounds come from
/// display/sound, and this holds the two together.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/runtime/event_loop.hpp"
#include "display/sound/loudspeaker.hpp"
#include "display/sound/studio.hpp"
#include "display/voice/announcer.hpp"
#include "display/voice_settings.hpp"

namespace panggil::display {

/// All on the loop's thread; never blocks.
class Announcements {
 public:
  /// Begins to make the chimes. \throws std::system_error when no folder for sounds can be had
  Announcements(const VoiceSettings& settings, EventLoop& loop);
  ~Announcements();
  Announcements(const Announcements&) = delete;
  Announcements& operator=(const Announcements&) = delete;

  /// The counters there are: what is said of them is made beforehand.
  void prepare(const std::vector<protocol::LocalText>& counters);

  /// What is on the screen now.
  struct Shown {
    const protocol::Call* live = nullptr;  ///< null: none, or it is hidden; then nothing is said
    std::vector<WaitingCall> waiting{};    ///< for their turn
    std::string clock;                     ///< `09:14`
  };
  /// To be called once a turn, after the frame. A call that was not there the last time is announced.
  void turn(const Shown& shown, Micros now);
  /// The live call is being announced, or about to be.
  bool speaking() const { return pending_ || announcer_.speaking(); }
  std::optional<Micros> deadline(Micros now) const;

  /// As in health: `ok`, `chime` or `failed`; nothing: not known yet.
  std::optional<std::string> sound() const;

 private:
  void order(const voice::Phrase& phrase, sound::Studio::Need need);
  void take_made();
  void forget_phrases();
  void forget_unreadable();
  void follow(const Shown& shown, Micros now);
  void foresee(const Shown& shown);
  void begin_pending(Micros now);
  void play(const voice::Strip& strip, const std::string& clock, Micros now);
  std::optional<Micros> length(const sound::Piece& piece) const;

  const VoiceSettings& settings_;
  EventLoop& loop_;
  sound::Studio studio_;
  sound::Loudspeaker loudspeaker_;
  voice::Announcer announcer_;
  std::map<sound::Piece, sound::Clip> clips_;
  std::set<std::string> told_;  ///< why something could not be made
  std::vector<protocol::LocalText> prepared_;
  std::uint64_t followed_ = 0;             ///< the call that was announced last; 0: none is on the screen
  std::optional<protocol::Call> pending_;  ///< waits for the sound device
  std::set<std::uint64_t> foreseen_{};     ///< calls of this crowd whose short forms are ordered
  bool mute_ = false;                      ///< no words could be made at the last try
};

}  // namespace panggil::display
