/// \file
/// The sound device as the display has it: opened for an announcement, closed some time after the last one,
/// and tried again when it is not there. It is in a process of its own (player.hpp), which is started anew
/// each time: whatever becomes of a device or its driver stays in there.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/runtime/event_loop.hpp"
#include "display/sound/child_process.hpp"
#include "display/sound/clip_cache.hpp"

namespace panggil::sound {

/// Played one after the other: a rest, then a clip, if there is one.
struct Step {
  Micros rest = 0;
  std::filesystem::path file;
};

/// All on the loop's thread.
class Loudspeaker {
 public:
  /// It stays open so long after the last sound: most calls of a busy hall need not wait for it.
  static constexpr Micros kLinger = 30 * display::kSecond;
  /// Then it is taken for broken, and its process ended.
  static constexpr Micros kOpensWithin = 3 * display::kSecond;
  /// A failed one is tried again after this, and after twice as long each time, up to the other.
  static constexpr Micros kFirstRetry = 2 * display::kSecond;
  static constexpr Micros kLastRetry = 30 * display::kSecond;
  /// One that is not needed is looked at so often.
  static constexpr Micros kLookEvery = 5 * display::kMinute;

  enum class State {
    kClosed,  ///< and was there the last time
    kOpening,
    kOpen,
    kFailed,  ///< there is none, or it does not answer
  };

  /// `command` starts the player. `keep_open`: for receivers that swallow the start of what comes after
  /// silence.
  Loudspeaker(EventLoop& loop, std::vector<std::string> command, bool keep_open);
  ~Loudspeaker();
  Loudspeaker(const Loudspeaker&) = delete;
  Loudspeaker& operator=(const Loudspeaker&) = delete;

  /// It will be needed: opens it if it is not, also when it failed a while ago.
  void wake(Micros now);
  /// After what is playing. Ignored unless it is open. `lasts`: all in all.
  void play(const std::vector<Step>& steps, float gain, Micros lasts, Micros now);
  void stop();
  /// What time brings. To be called once a turn.
  void turn(Micros now);
  std::optional<Micros> deadline() const;

  State state() const { return state_; }
  /// What came of the last try; nothing: there was none yet.
  std::optional<bool> works() const { return works_; }
  /// Since when it is open: it was closed before.
  bool fresh() const { return fresh_; }
  /// Files that it could not play since this was last asked.
  std::vector<std::filesystem::path> take_unreadable();

 private:
  void open(Micros now);
  void close();
  void fail(Micros now, const std::string& why);
  void listen();
  void hear(const std::string& line);

  EventLoop& loop_;
  std::vector<std::string> command_;
  bool keep_open_;
  State state_ = State::kOpening;
  std::unique_ptr<ChildProcess> player_;
  std::optional<bool> works_;
  std::string heard_;
  std::string fault_;   ///< what the player said before it ended
  bool ended_ = false;  ///< the player has hung up
  bool fresh_ = true;
  bool told_ = false;  ///< that there is no sound
  Micros now_ = 0;     ///< of the last turn
  Micros due_ = 0;     ///< when turn() has something to do, by the state
  Micros retry_ = kFirstRetry;
  Micros tried_ = 0;  ///< when it was last opened
  std::vector<std::filesystem::path> unreadable_;
};

}  // namespace panggil::sound
