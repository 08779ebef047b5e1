#include "tests/integration/mqtt/open_sockets.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace panggil::test {
namespace {

int option(int fd, int level, int name) {
  int value = -1;
  socklen_t size = sizeof value;
  getsockopt(fd, level, name, &value, &size);
  return value;
}

bool leads_to(int fd, std::uint16_t port) {
  sockaddr_in peer{};
  socklen_t size = sizeof peer;
  return getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0 && peer.sin_family == AF_INET &&
         ntohs(peer.sin_port) == port;
}

}  // namespace

std::vector<OpenSocket> sockets_to(std::uint16_t port) {
  std::vector<OpenSocket> found;
  for (int fd = 0; fd < 256; ++fd)
    if (leads_to(fd, port))
      found.push_back({fd, option(fd, IPPROTO_TCP, TCP_NODELAY), option(fd, IPPROTO_TCP, TCP_USER_TIMEOUT),
                       option(fd, SOL_SOCKET, SO_KEEPALIVE), option(fd, IPPROTO_TCP, TCP_KEEPIDLE),
                       (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0});
  return found;
}

}  // namespace panggil::test
