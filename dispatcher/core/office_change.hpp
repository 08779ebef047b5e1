/// \file
/// Whether what an office's file says now can take over what is under way.
#pragma once

#include <optional>

#include "dispatcher/core/command.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::core {

/// Why somebody would be lost under `fresh`: the first ticket still open, in the order of their numbers,
/// whose service, class or counter it lacks. Nothing when a new service day is due, as that ends all tickets.
/// Asked at a start and at a reload. kInUse.
std::optional<Rejection> refuse_loss(const Office& fresh, const State& state, WallTime now);

/// Why `fresh` cannot take over from `present` while the dispatcher runs: a loss, a counter taken away that
/// is not closed (kInUse), or another site, time zone, start of the day or numbering (kBadRequest).
std::optional<Rejection> refuse_change(const Office& present, const Office& fresh, const State& state,
                                       WallTime now);

}  // namespace panggil::core
