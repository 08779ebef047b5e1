/// \file
/// What a supervisor asks for: one command, and its answer in words.
#pragma once

#include "common/protocol/message/command.hpp"
#include "common/protocol/message/office.hpp"
#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// In which languages the text of a notice is that the office does not speak, as a list; empty: in none.
std::string foreign_languages(const protocol::Command& notice, const protocol::Office& office);

/// That time of the office's day in which `now` is.
Stamp today_at(std::chrono::minutes time, const protocol::Office& office, const Stamp& now);

/// The exit code, as panggil-counter's: 0 done, 1 refused, 3 unknown, 4 not sent.
int run_ask(const Settings& settings, const CommandLine& line);

}  // namespace panggil::ctl
