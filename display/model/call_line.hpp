/// \file
/// The calls that wait for the live panel, and the one that is on it: each once, in order, none dropped. One
/// of the same ticket to the same counter, while it still waits for its turn, shares that turn.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "display/model/micros.hpp"
#include "display/model/waiting_call.hpp"

namespace panggil::display {

class CallLine {
 public:
  /// A call stands at least so long, from the moment that it is really on the screen; kHoldWhileOthersWait if
  /// others wait.
  static constexpr Micros kHold = 8 * kSecond;

  /// Another history: no call is known any more and the panel is empty. The same call may stand in the new
  /// one, which a restored journal is: if it has had its time it is not shown again.
  void forget();

  bool knows(std::uint64_t call) const;
  /// To be shown when its turn comes. Known ones are ignored.
  void add(const protocol::Call& call, Micros now);
  /// Known from now on, but never shown: it is too old. A panel that shows an older one is cleared in time.
  void skip(std::uint64_t call);
  /// The one on the panel has left the board (a new day): the panel is cleared in time.
  void outdate() { outdated_ = true; }

  /// Something else had the whole screen: the call on the panel has its time once more from the next frame
  /// on, and those that wait and were made before `still_news` are no longer shown.
  void go_on_after_interruption(WallTime still_news);
  /// What is on the panel is being said: it stays at least until this is over.
  void announcing(bool is) { announcing_ = is; }

  /// Moves on if the time has come.
  void advance(Micros now);
  /// What live() says is on the screen. To be told after each frame; the first time after a change counts.
  void presented(Micros now);

  /// Null while there is none. It stays until another one comes, however long that takes.
  const protocol::Call* live() const { return live_ ? &live_->call : nullptr; }
  /// When live() came on the screen; nothing: not yet.
  std::optional<Micros> live_since() const { return live_ ? live_->since : std::nullopt; }
  /// It has had its minimum time.
  bool held() const { return live_ && live_->proven; }
  /// In the order of their turns.
  std::vector<WaitingCall> waiting() const;
  /// When advance() would do something; nothing: not by itself.
  std::optional<Micros> deadline() const;
  /// The call numbers that have had their minimum time since this was last asked.
  std::vector<std::uint64_t> take_shown();

 private:
  struct Waiting {
    protocol::Call call;                 ///< the newest that shares the turn
    Micros came;                         ///< the first of them
    std::vector<std::uint64_t> older{};  ///< the others' numbers
  };
  struct Live {
    protocol::Call call;
    std::vector<std::uint64_t> older;
    std::optional<Micros> since;  ///< nothing until it is on the screen
    bool proven = false;
  };

  void remember(std::uint64_t call);
  bool had_its_time(const protocol::Call& call) const;
  bool share_turn(const protocol::Call& call);
  void prove();
  void show_next();
  Micros hold() const { return waiting_.empty() ? kHold : kHoldWhileOthersWait; }

  std::map<std::uint64_t, Waiting> waiting_;  ///< by the turn's lowest call number, which is their order
  std::optional<Live> live_;
  bool outdated_ = false;
  bool announcing_ = false;
  std::set<std::uint64_t> known_;  ///< the newest of them
  std::uint64_t known_below_ = 0;  ///< every lower number counts as known
  std::vector<std::uint64_t> shown_;
  std::deque<protocol::Call> past_;  ///< the last that had their time, of any history
};

}  // namespace panggil::display
