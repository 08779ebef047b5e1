/// \file
/// The section `keypad:` of counter.yaml.
#pragma once

#include "counter-client/settings.hpp"

namespace panggil::counter {

/// Nothing without the section. Faults are reported to the node's document.
std::optional<PadSettings> read_pad(const settings::Node& node);

/// What the keys do where nothing else is said: as on the window's buttons, but for transfers, which need to
/// be told where to.
std::map<Key, Order> usual_orders();

}  // namespace panggil::counter
