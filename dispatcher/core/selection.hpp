/// \file
/// Whom to call next: a list of small pure rules, asked in the office's order; the first that picks wins.
#pragma once

#include <optional>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

struct Choice {
  TicketNumber ticket;
  Why why;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// What `next` calls at `counter`, or nothing when nobody waits for it. Same inputs, same choice.
std::optional<Choice> choose(const Office& office, const State& state, const Counter& counter, WallTime now);

/// How many of the service would be called before `ticket` if one counter kept calling them from `now` on.
/// \pre `ticket` waits.
std::size_t ahead_of(const Office& office, const State& state, const TicketNumber& ticket, WallTime now);

}  // namespace panggil::core
