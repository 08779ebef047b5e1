/// \file
/// Who may do what, and where.
#pragma once

#include <optional>

#include "common/base/result.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// Whether a role may do an action at all, wherever:
/// `issue` kiosk, desk · `cancel` desk, counter, supervisor · `reinstate` counter, supervisor · notices and
/// suspensions supervisor · all else counter, supervisor.
bool may(Role role, const Action& action);

/// True for what happens at a counter and cannot be done without one; false for `issue`, `cancel`,
/// `reinstate`, notices and suspensions.
bool needs_counter(const Action& action);

/// The counter at which the command acts: the one it names, else the only one its actor has. Nothing for an
/// action that needs none when neither tells. A kiosk or desk acts at none, whatever it names. Refused are a
/// counter that the office lacks (kUnknownCounter), one that the actor may not use (kForbidden), and none
/// where one is needed (kBadRequest).
/// \pre may(command.actor.role, command.action)
Result<std::optional<CounterId>, Rejection> counter_of(const Office& office, const Command& command);

}  // namespace panggil::core
