/// \file
/// The sockets that this process has open, and what is set on them.
#pragma once

#include <cstdint>
#include <vector>

namespace panggil::test {

struct OpenSocket {
  int fd;
  int no_delay;
  int user_timeout_ms;
  int keep_alive;
  int keep_alive_after_s;
  bool closed_on_exec;
};

/// Those whose peer has that TCP port.
std::vector<OpenSocket> sockets_to(std::uint16_t port);

}  // namespace panggil::test
