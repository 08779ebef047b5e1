/// \file
/// What a command asks for, from the name of its action and its fields.
#pragma once

#include <string_view>

#include "common/base/result.hpp"
#include "common/protocol/message/command.hpp"
#include "dispatcher/core/command.hpp"

namespace panggil::gateway {

/// A notice is read by people who walk past.
inline constexpr std::ptrdiff_t kLongestNotice = 280;  ///< characters

/// True for an action that the core knows, whoever asks.
bool is_action(std::string_view action);

/// Rejections: kBadRequest, for a field the action needs that is missing or malformed.
/// \pre is_action(action)
Result<core::Action, core::Rejection> read_action(std::string_view action, const protocol::Command& message);

/// True for a transfer whose `counter` is where the ticket goes, and not where its sender acts.
bool names_destination(std::string_view action, const protocol::Command& message);

}  // namespace panggil::gateway
