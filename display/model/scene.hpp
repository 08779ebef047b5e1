/// \file
/// What is to be seen: a value. Two equal scenes look the same, so a frame is drawn only when the scene has
/// changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
  friend bool operator==(const ServiceLine&, const ServiceLine&) = default;
};

struct Scene {
  std::string language = "id";
  std::string office;
  std::string area;
  std::string areas_instead;  ///< `hall, gallery`: what the office has, when it has no such area as this one
  bool closed = false;        ///< nothing is open and nobody is left
  std::optional<CalledTicket> live;
  std::vector<CalledTicket> recent;  ///< newest first, without the live one, each ticket at a counter once
  bool words_matter = false;  ///< two counters here have the same number and differ in the word before it
  std::vector<ServiceLine> services;  ///< those that are open or that somebody waits for
  std::string clock;                  ///< `09:14`, the dispatcher's; empty while unknown
  LinkState link = LinkState::kConnecting;
  std::string last_data;  ///< `09:14` unless the link is fresh; empty while unknown
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace panggil::display
