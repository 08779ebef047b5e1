/// \file
/// From the kernel's input events to keys. Pure.
#pragma once

#include <optional>

#include "counter-client/model/acts.hpp"

struct input_event;

namespace panggil::counter {

/// The key that is pressed by this event; nothing for its release, its repetitions while it is held down, and
/// for everything else. Number pads, and the digits of a keyboard: with Num Lock or without, as the same keys
/// send the same codes.
std::optional<Key> key_of(const input_event& event);

}  // namespace panggil::counter
