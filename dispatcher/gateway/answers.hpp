/// \file
/// From the core back to the wire: what a client is told about its command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/protocol/message/answer.hpp"
#include "common/texts/catalogue.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/estimates/band.hpp"

namespace panggil::gateway {

/// The name of a code on the wire, e.g. `has_current_ticket`.
std::string_view wire_name(core::ErrorCode code);

/// The answer to a command that happened. `state` is that after `events`, `now` the moment they happened,
/// `told` what may be said of a newcomer's wait.
protocol::Answer accepted(const core::Office& office, const core::State& state, const core::Command& command,
                          std::string_view id, std::string_view action,
                          const std::vector<core::EventBody>& events, WallTime now,
                          const std::optional<estimates::Band>& told = {});

/// The answer to one that did not; `seq` is that of the untouched state.
protocol::Answer refused(const core::Rejection& rejection, std::optional<std::string> id,
                         std::string_view action, core::Seq seq, const core::Office& office,
                         const Catalogue& texts);

/// What a person is told of it.
std::string in_words(const core::Rejection& rejection, const core::Office& office, const Catalogue& texts);

}  // namespace panggil::gateway
