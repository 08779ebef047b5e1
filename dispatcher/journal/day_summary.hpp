/// \file
/// What one service day came to, from its events alone.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "dispatcher/core/event.hpp"

namespace panggil::journal {

/// From the issuing of a ticket to its first call; nothing when nobody was called.
struct Waits {
  Millis mean{};
  Millis median{};
  Millis p90{};
  friend bool operator==(const Waits&, const Waits&) = default;
};

struct DaySummary {
  Day day;
  int issued = 0;
  int served = 0;   ///< completed, their last service
  int no_show = 0;  ///< and not called again
  int cancelled = 0;
  int left_open = 0;  ///< none of these: expired with the day, or still waiting or being served
  int calls = 0;
  int recalls = 0;
  std::optional<Waits> waits;
  WallTime first{};  ///< event of the day
  WallTime last{};
  int actions = 0;  ///< things that somebody did; a `next` that completes one ticket and calls another is one
  int busiest_second = 0;  ///< actions in it
  double actions_per_second() const;
};

class DayTally {
 public:
  explicit DayTally(Day day) { summary_.day = day; }

  Day day() const { return summary_.day; }
  /// \pre event.day == day()
  void take(const core::Event& event);
  DaySummary summary() const;

 private:
  enum class Fate { kOpen, kServed, kNoShow, kCancelled };
  struct Ticket {
    WallTime issued_at;
    Fate fate = Fate::kOpen;
    std::optional<Millis> wait{};  ///< to its first call
    core::Seq first_called = 0;    ///< the event of that
  };

  static Fate fate_of(core::TicketState state);
  /// Whether the event is one action with that before it.
  bool continues(const core::Event& event) const;
  void count_action(const core::Event& event);
  void count(const core::Event& event);
  void call(const TicketNumber& number, const core::Event& event);
  /// A ticket that an undone action had changed, from the event `first` on.
  void restore(const core::Restored& restored, core::Seq first);
  void set(const TicketNumber& number, Fate fate);

  DaySummary summary_;
  std::map<TicketNumber, Ticket> tickets_;
  std::optional<core::Event> before_;
  std::chrono::sys_seconds second_{};
  int actions_in_second_ = 0;
};

}  // namespace panggil::journal
