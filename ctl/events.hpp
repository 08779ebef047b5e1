/// \file
/// `panggil-ctl events`: what has happened, and what happens.
#pragma once

#include "common/protocol/message/event.hpp"
#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// The exit code: 0 done, 1 refused, 3 no answer, 4 not connected. With `follow` until Ctrl-C or SIGTERM.
int run_events(const Settings& settings, const CommandLine& line);

/// Whether the command line asks for this one.
bool wanted(const protocol::Event& event, const EventFilter& filter);

}  // namespace panggil::ctl
