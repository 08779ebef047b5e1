#include "tests/support/free_port.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <stdexcept>
#include <system_error>

#include "tests/support/loopback.hpp"

namespace panggil::test {
namespace {

bool can_be_bound(std::uint16_t port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "no socket");
  const sockaddr_in address = loopback(port);
  const bool bound = bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(fd);
  return bound;
}

}  // namespace

std::uint16_t free_port() {
  std::random_device chance;
  std::uniform_int_distribution<int> ports(10000, 32767);
  for (int tries = 0; tries < 100; ++tries) {
    const auto port = static_cast<std::uint16_t>(ports(chance));
    if (can_be_bound(port)) return port;
  }
  throw std::runtime_error("no port is free");
}

bool is_taken(std::uint16_t port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const bool taken = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  if (fd >= 0) close(fd);
  return taken;
}

}  // namespace panggil::test
