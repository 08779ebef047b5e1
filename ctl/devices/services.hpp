/// \file
/// What systemd is asked on this machine. Children of our own: nothing goes through a shell but what the user
/// said.
#pragma once

#include <string>
#include <vector>

namespace panggil::ctl {

/// Runs it and waits, its words going where ours go. True: it ended with 0. False as well when it is not
/// there.
bool run_command(const std::vector<std::string>& words);
struct Output {
  bool found = false;  ///< there is such a program
  bool ok = false;     ///< it ended with 0
  std::string text{};  ///< what it wrote, to standard output and standard error
};
Output output_of(const std::vector<std::string>& words);
/// The unit that runs a program of ours here: that by cage, where it is enabled in the other's place.
std::string unit_here(const std::string& program);
/// systemd runs this machine.
bool has_systemd();

}  // namespace panggil::ctl
