/// \file
/// What is to be seen: a value. Two equal scenes look the same, so a frame is drawn only when the scene has
/// changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "display/model/label.hpp"

namespace panggil::display {

enum class LinkState {
  kConnecting,  ///< just started, nothing heard yet
  kFresh,
  kStale,  ///< no beat for 3 s: the screen says how old its data is
  kLost,   ///< no beat for 5 minutes: the screen asks people to follow the staff
};

struct CalledTicket {
  std::uint64_t call = 0;
  std::string ticket;
  Label counter;
  bool word_matters = false;  ///< the counter's number alone could be taken for another's
  friend bool operator==(const CalledTicket&, const CalledTicket&) = default;
};

/// What a ticket taken now would wait, in minutes.
struct WaitBand {
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const WaitBand&, const WaitBand&) = default;
};

struct ServiceLine {
  std::string name;
  std::uint64_t waiting = 0;
  std::optional<WaitBand> wait{};  ///< nothing: nobody knows
  std::string state{};             ///< why it gives out no tickets, in the protocol's words; empty: it does
  friend bool operator==(const ServiceLine&, const ServiceLine&) = default;
};

enum class Level { kInformation, kWarning, kEmergency };

struct NoticeText {
  Level level = Level::kInformation;
  std::string text;
  std::string other{};  ///< the same in the office's other language; for emergencies only
  friend bool operator==(const NoticeText&, const NoticeText&) = default;
};

/// A counter and what it does: for the list of counters, and for the screen above a desk.
struct CounterLine {
  Label counter;
  std::string state;   ///< `open`, `paused`, `closed`
  std::string ticket;  ///< empty: nobody is there
  friend bool operator==(const CounterLine&, const CounterLine&) = default;
};

/// When an office that is closed opens again, by its own clock.
struct Opening {
  Day day{};
  std::int64_t days_off = 0;  ///< 0: today
  std::string time;           ///< `08:00`
  friend bool operator==(const Opening&, const Opening&) = default;
};

/// What matters most at present, each more than those before it.
enum class Stage { kIdle, kInformation, kWarning, kCall, kEmergency };

struct Scene {
  std::string language = "id";
  std::string office;
  std::string area;
  std::string areas_instead;  ///< `hall, gallery`: what the office has, when it has no such area as this one
  bool closed = false;        ///< nothing is open and nobody is left
  std::optional<Opening> opens{};  ///< while it is closed; nothing: nobody knows
  std::optional<CalledTicket> live;
  std::vector<CalledTicket> recent;   ///< newest first, without the live one, each ticket at a counter once
  std::vector<ServiceLine> services;  ///< those that are open or that somebody waits for
  std::vector<CounterLine> counters;  ///< those that are not closed
  std::optional<CounterLine> desk;    ///< the one counter that this screen is above, if it is above one
  Stage stage = Stage::kIdle;
  std::vector<NoticeText> emergencies;  ///< newest first; nothing else is to be seen then
  std::vector<NoticeText> notices;      ///< warnings before information, newest first
  bool calling = false;                 ///< the live call has not had its minimum time yet
  int orbit = 0;                        ///< how often the scene has moved against burn-in
  bool dark = false;                    ///< outside the hours of the screen: black
  std::string clock;                    ///< `09:14`, the dispatcher's; empty while unknown
  LinkState link = LinkState::kConnecting;
  std::string last_data;  ///< `09:14` unless the link is fresh; empty while unknown
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace panggil::display
