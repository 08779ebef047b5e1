/// \file
/// The core's words as they stand on the wire.
#pragma once

#include <string_view>

#include "common/base/time.hpp"
#include "common/protocol/message/event.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::gateway {

std::string_view wire_name(core::TicketState state);   ///< `waiting`, `no_show`, …
std::string_view wire_name(core::CounterState state);  ///< `open`, `paused`, `closed`
std::string_view wire_name(core::NoticeLevel level);   ///< `info`, `warning`, `emergency`
std::string_view wire_name(core::Position position);   ///< `sorted`, `first`, `last`

/// What an undone action had changed, as it stands in answers and events.
std::vector<protocol::RestoredTicket> restored_tickets(const core::ActionUndone& undone);
/// What the action was; nothing where an earlier version did not write it down.
std::optional<std::vector<protocol::UndoneEvent>> undone_events(const core::ActionUndone& undone);

/// For `…_s` fields: whole seconds, never negative, whatever the clock did.
std::int64_t whole_seconds(Millis duration);

}  // namespace panggil::gateway
