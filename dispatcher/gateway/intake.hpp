/// \file
/// From the wire to the core: who asks, and for what.
#pragma once

#include <optional>
#include <string_view>

#include "common/base/result.hpp"
#include "common/protocol/message/command.hpp"
#include "common/texts/catalogue.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/gateway/read_action.hpp"

namespace panggil::gateway {

/// What a client may be, by the office's `devices` or else by the first word of its name: `counter-3` acts at
/// counter 3. Nothing for a name that says no role.
std::optional<core::Actor> actor_of(const core::Office& office, const ClientId& client);

/// Turns a well-formed message into a command. Rejections: kUnknownAction, kForbidden (no role), kBadRequest
/// (a field the action needs is missing or malformed).
Result<core::Command, core::Rejection> read_command(const core::Office& office, const ClientId& client,
                                                    std::string_view action,
                                                    const protocol::Command& message);

/// How old the sender's picture of the dispatcher may be.
inline constexpr Millis kLeasePatience{5000};

/// kStale when the command's lease is of another epoch, older than kLeasePatience or from the future.
std::optional<core::Rejection> check_lease(const protocol::Command& message, std::string_view epoch,
                                           MonoTime now);

/// Who may have the office's file read again, or a backup made: a supervisor. kForbidden.
std::optional<core::Rejection> check_supervisor(const core::Office& office, const ClientId& client);

/// Rejections for what never becomes a command.
/// \param fault the text `field.{fault}`, with what it says of which field
core::Rejection bad_request(std::string_view fault, Facts facts);
/// \param faults in each language
core::Rejection bad_office(core::LocalText faults);
/// \param why in the words of the system, which are the same in all languages
core::Rejection backup_failed(std::string_view why);
/// \param why an entry of the catalogues, filled with the facts
core::Rejection backup_failed(std::string why, Facts facts);
core::Rejection busy();
core::Rejection no_room();
core::Rejection internal_error();

}  // namespace panggil::gateway
