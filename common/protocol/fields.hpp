/// \file
/// Which fields each message has, once for both ways: `fields(visitor, message)` hands every field to the
/// visitor under its name on the wire, in the order of docs/protocol.md. For codec.cpp only.
///
/// A visitor is called as `v("name", field)` where the field must be there (a std::optional: or null), and as
/// `v.if_any("name", field)` where a std::optional without a value is left out.
#pragma once

#include "common/protocol/fields/answer.hpp"
#include "common/protocol/fields/board.hpp"
#include "common/protocol/fields/command.hpp"
#include "common/protocol/fields/content.hpp"
#include "common/protocol/fields/counter.hpp"
#include "common/protocol/fields/device.hpp"
#include "common/protocol/fields/event.hpp"
#include "common/protocol/fields/office.hpp"
#include "common/protocol/fields/presence.hpp"
#include "common/protocol/fields/queue.hpp"
#include "common/protocol/fields/result.hpp"
