/// \file
#pragma once

#include <netinet/in.h>

#include <cstdint>

namespace panggil::test {

/// A port of 127.0.0.1, as the socket functions want to have it.
inline sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace panggil::test
