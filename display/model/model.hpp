/// \file
/// What a display knows and shows. Pure: told what has come and what monotonic time it is, never asks.
///
/// A display that only ever sees boards is right about everything; calls make it prompt. Call take() for what
/// comes, then advance(), draw scene() if it differs from what is drawn, say presented(), and come back at
/// deadline().
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/protocol/message/board.hpp"
#include "common/protocol/message/device.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "display/model/beat_clock.hpp"
#include "display/model/call_line.hpp"
#include "display/model/continuity.hpp"
#include "display/model/micros.hpp"
#include "display/model/notices.hpp"
#include "display/model/scene.hpp"
#include "display/model/screen_hours.hpp"

namespace panggil::display {

/// Whether the broker kept the message for us, or somebody has said it just now.
enum class Delivery { kLive, kRetained };

class Model {
 public:
  /// Younger calls that were missed are shown all the same, by the dispatcher's time.
  static constexpr Millis kMaxAge{30'000};
  static constexpr std::size_t kRecentRows = 6;
  /// A screen that a call has woken stays on for so long.
  static constexpr Micros kAwake = 2 * kMinute;

  /// An empty `language`: the office's first.
  Model(AreaId area, std::string language, Micros now);

  /// This screen is above one counter's desk: it shows that counter and its calls only.
  void stand_above(CounterId counter) { desk_ = std::move(counter); }
  /// When the screen is on; always, if nothing is said. An emergency and a call wake it.
  void keep_hours(std::vector<ScreenHours> hours) { hours_ = std::move(hours); }
  /// On or off whatever the hours say, until told otherwise; nothing: by the hours.
  void order_power(std::optional<bool> on) { ordered_ = on; }

  /// The broker has been reached (again): what is retained comes now, and its calls are judged at the next
  /// sign of the dispatcher's time.
  void connected();
  void take(const protocol::Beat& beat, Micros now);
  void take(const protocol::Status& status, Delivery delivery, Micros now);
  void take(const protocol::Office& office);
  void take(const protocol::Board& board, Delivery delivery, Micros now);
  void take(const protocol::Call& call, Micros now);
  /// The retained board was cleared: there is no such area any more.
  void board_gone();

  void advance(Micros now);
  /// What is said of the live call goes on: it keeps the panel until it is over.
  void announcing(bool is) { line_.announcing(is); }
  /// The call on the panel; null while there is none. It may be hidden from the scene.
  const protocol::Call* live() const { return line_.live(); }
  /// Those that wait for the panel.
  std::vector<WaitingCall> waiting() const { return line_.waiting(); }
  /// The area's counters, as far as they are known.
  std::vector<protocol::LocalText> counters() const;
  /// scene() is on the screen.
  void presented(Micros now);
  /// When the live call came on the screen; nothing: there is none, or it is not there yet.
  std::optional<Micros> live_since() const { return line_.live_since(); }
  /// By the dispatcher's clock; nothing while unknown.
  std::optional<Stamp> time(Micros now) const { return clock_.time(now); }

  Scene scene(Micros now) const;
  /// `hall, gallery` when the office has no such area as this display's; empty while it has, or is not known.
  std::string areas_instead() const;
  /// When the scene may change, or something be asked for, if nothing comes.
  std::optional<Micros> deadline(Micros now) const;
  /// Calls that have had their minimum time since this was last asked: the proof that they were shown.
  std::vector<protocol::Shown> take_shown(Micros now);
  /// All retained state is to be taken again (unsubscribe, subscribe). Says so once.
  bool take_refresh(Micros now) { return continuity_.take_refresh(now); }
  /// Something was lost on the way here.
  void lost_something() { continuity_.ask_refresh(); }

 private:
  /// A sign of the dispatcher's time, and when it came.
  struct Heard {
    WallTime time;
    Micros at;
  };

  bool is_ours(const std::string& epoch, Delivery delivery, Micros now);
  void forget();
  void heard(WallTime time, Micros now);
  void judge_missed(Micros now);
  void follow_board();
  bool is_for_this_screen(const protocol::Call& call) const;
  bool calling() const { return line_.live() && !line_.held(); }
  std::vector<NoticeText> notices(Micros now) const;
  Stage stage(Micros now) const { return stage_of(notices(now), calling()); }
  bool dark(Micros now) const;
  void orbit(Micros now);
  std::optional<Micros> notice_ends(Micros now) const;

  // In model_scene.cpp.
  std::string language() const;
  void name_place(Scene& scene) const;
  void tell_time(Scene& scene, Micros now) const;
  bool closed() const;
  std::optional<Opening> opens(Micros now) const;
  void tell_calls(Scene& scene) const;
  CalledTicket called(const protocol::Call& call, const CounterWords& words) const;
  std::vector<CalledTicket> recent(const protocol::Call* live, const CounterWords& words) const;
  std::vector<ServiceLine> services() const;
  void tell_counters(Scene& scene) const;
  void tell_notices(Scene& scene, Micros now) const;

  AreaId area_;
  std::string language_;
  std::optional<CounterId> desk_;
  std::vector<ScreenHours> hours_;
  std::optional<bool> ordered_;
  BeatClock clock_;
  Continuity continuity_;
  CallLine line_;
  std::optional<Heard> heard_;
  std::optional<protocol::Office> office_;
  std::optional<protocol::Board> board_;
  /// The board's calls and those that came since, newest first.
  std::map<std::uint64_t, protocol::Call, std::greater<>> calls_;
  bool emergency_ = false;             ///< has the screen
  std::optional<Micros> called_last_;  ///< a call was on its way or on the screen
  int orbit_ = 0;
  std::string orbit_minute_;  ///< in which it last moved
};

}  // namespace panggil::display
