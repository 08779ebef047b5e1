/// \file
/// What an undone action had done. Pure.
#pragma once

#include <vector>

#include "common/protocol/message/event.hpp"

namespace panggil::statistics {

using Events = std::vector<protocol::Event>;

/// The events without those that were undone later, and without the undoing: what counts. All is as if the
/// action had never been, so that they still make sense one after the other.
Events without_undone(const Events& events);

}  // namespace panggil::statistics
