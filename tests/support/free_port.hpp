/// \file
#pragma once

#include <cstdint>

namespace panggil::test {

/// A TCP port of 127.0.0.1 that nobody listens on at this moment, and none of those that the kernel takes for
/// outgoing connections: a client that looks for a broker which is down could be given the broker's own port,
/// and then talks to itself. Somebody may be quicker: be ready to ask again.
std::uint16_t free_port();
/// Somebody does listen on that one.
bool is_taken(std::uint16_t port);

}  // namespace panggil::test
