/// \file
/// The core's words as they stand on the wire.
#pragma once

#include <string_view>

#include "common/base/time.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::gateway {

std::string_view wire_name(core::TicketState state);   ///< `waiting`, `no_show`, …
std::string_view wire_name(core::CounterState state);  ///< `open`, `paused`, `closed`
std::string_view wire_name(core::Position position);   ///< `sorted`, `first`, `last`

/// For `…_s` fields: whole seconds, never negative, whatever the clock did.
std::int64_t whole_seconds(Millis duration);

}  // namespace panggil::gateway
