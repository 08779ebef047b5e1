/// \file
/// A session that reads an office and asks for nothing.
#pragma once

#include "common/session/one_shot.hpp"
#include "ctl/command_line.hpp"
#include "ctl/picture.hpp"

namespace panggil::ctl {

/// The way to the broker, under a client id of its own: several may look on under one name.
mqtt::Options connection(const Settings& settings);
/// Everything that is retained of the office, the office itself last. With QoS 0: it all comes in this order,
/// none of it held back by the broker's window.
void follow_state(session::Session& session);

}  // namespace panggil::ctl
