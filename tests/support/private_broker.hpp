/// \file
/// A real Mosquitto of a test's own, on a free port of 127.0.0.1.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "tests/support/temporary_directory.hpp"

namespace panggil::test {

/// It keeps nothing on disk and lets everybody in. It ends with this object, or with the process if that
/// crashes. Start, stop and kill wait until it is so.
class PrivateBroker {
 public:
  /// `settings` are more lines for mosquitto.conf, put after those of the listener. Starts it.
  /// \throws std::runtime_error with Mosquitto's own words when it does not come up within 10 s.
  explicit PrivateBroker(std::string settings = {});
  ~PrivateBroker();
  PrivateBroker(const PrivateBroker&) = delete;
  PrivateBroker& operator=(const PrivateBroker&) = delete;

  std::uint16_t port() const { return port_; }
  /// `tcp://127.0.0.1:PORT`
  std::string uri() const;

  /// Again, on the same port.
  void start();
  /// As an administrator does (SIGTERM): clients are told.
  void stop();
  /// As a power cut does (SIGKILL).
  void kill();
  /// Stands still with its sockets open (SIGSTOP), until thaw().
  void freeze();
  void thaw();
  bool running() const { return pid_ > 0; }
  pid_t pid() const { return pid_; }

 private:
  bool try_start();
  bool answers() const;
  bool has_exited();
  void end(int signal);
  std::string log_text() const;

  TemporaryDirectory directory_;
  std::string settings_;
  std::uint16_t port_ = 0;
  pid_t pid_ = -1;
};

}  // namespace panggil::test
