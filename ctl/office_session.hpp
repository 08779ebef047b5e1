/// \file
/// A supervisor's session with the one office there is.
#pragma once

#include <functional>

#include "common/session/one_shot.hpp"
#include "ctl/command_line.hpp"
#include "ctl/picture.hpp"

namespace panggil::ctl {

/// The way to the broker, under a client id of its own: several may look on under one name.
mqtt::Options connection(const Settings& settings);
/// What is done in a session; gives the exit code.
using Use = std::function<int(session::Session&, EventLoop&, const Clock&)>;
/// Finds the office, opens a session, uses it and closes it. The exit code: that of `use`, or, with a line on
/// standard error, that of there being no single office.
int in_session(const Settings& settings, const Use& use);
/// The same, where something is said to others than the dispatcher.
using UseOfConnection = std::function<int(session::Connection&, session::Session&, EventLoop&, const Clock&)>;
int in_connection(const Settings& settings, const UseOfConnection& use);
/// Everything that is retained of the office, the office itself last. With QoS 0: it all comes in this order,
/// none of it held back by the broker's window.
void follow_state(session::Session& session);

}  // namespace panggil::ctl
