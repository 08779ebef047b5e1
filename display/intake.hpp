/// \file
/// From the wire into the model.
#pragma once

#include "common/mqtt/transport.hpp"
#include "common/protocol/topics.hpp"
#include "display/model/model.hpp"

namespace panggil::display {

/// What cannot be read is logged and left alone; the screen keeps what it has.
void take_in(Model& model, const protocol::Topic& topic, const mqtt::Received& received, Micros now);

}  // namespace panggil::display
