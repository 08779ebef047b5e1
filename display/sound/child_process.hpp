/// \file
/// Another program of this machine's, with a line to it and one from it.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace panggil::sound {

class ChildProcess {
 public:
  /// Starts it; a name without a slash is looked for in PATH. It gets no other file of ours, and its signals
  /// unblocked. What it says to standard error goes where ours does. \throws std::system_error
  explicit ChildProcess(const std::vector<std::string>& command);
  /// Ends it at once, if it has not ended.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// To its standard input. False when it did not take all of it at once: it has ended, or does not read.
  bool write(std::string_view text);
  int from() const { return from_; }  ///< its standard output; does not block
  void close_to();
  /// Waits until it has ended, which it has to be about to. \returns its exit code, or 128 and the signal
  int wait();
  void kill();

 private:
  pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
};

}  // namespace panggil::sound
