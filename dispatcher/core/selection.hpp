/// \file
/// Whom to call next: a list of small pure rules (selection_rules.hpp), asked in the office's order; the
/// first that picks wins. If none of them does though people wait, the one whose place is earliest is called:
/// nobody is ever stuck.
#pragma once

#include <optional>
#include <vector>

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
/// Each rule picks at most one ticket of each of the counter's services; the earliest of these picks is
/// called; the rule `reserved` looks first at those who wait for this counter alone. With
/// office.services_in_order all rules are asked about the first service before any is asked about the second.
/// Looks at the heads of the lines only, however many wait.
std::optional<Choice> choose(const Office& office, const State& state, const Counter& counter, WallTime now);

/// Whom `next` would call at `counter` one after the other if nothing else happened and no time went by; at
/// most `most`.
std::vector<TicketNumber> line_up(const Office& office, const State& state, const Counter& counter,
                                  WallTime now, std::size_t most);

/// How many of the service would be called before `ticket` if one counter kept calling them from `now` on.
/// Calls them one by one in thought: linear in the answer, some 0.1 µs each.
/// \pre `ticket` waits, for no counter alone, and the office has its service.
std::size_t ahead_of(const Office& office, const State& state, const TicketNumber& ticket, WallTime now);

}  // namespace panggil::core
