#include "common/mqtt/broker_socket.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <charconv>
#include <memory>
#include <optional>
#include <string_view>

namespace panggil::mqtt {
namespace {

constexpr unsigned kUnacknowledgedMs = 3000;
constexpr int kSilentS = 2;
constexpr int kBetweenProbesS = 1;

std::optional<std::uint16_t> peer_port(int fd) {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  if (getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return std::nullopt;
  if (peer.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in&>(peer).sin_port);
  if (peer.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(peer).sin6_port);
  return std::nullopt;
}

template <class T>
void set_option(int fd, int level, int option, T value) {
  setsockopt(fd, level, option, &value, sizeof value);
}

}  // namespace

void set_socket_options(int fd) {
  set_option(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  set_option(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, kUnacknowledgedMs);
  set_option(fd, IPPROTO_TCP, TCP_KEEPIDLE, kSilentS);
  set_option(fd, IPPROTO_TCP, TCP_KEEPINTVL, kBetweenProbesS);
  set_option(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
}

int set_broker_socket_options(std::uint16_t port) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open_files(opendir("/proc/self/fd"), closedir);
  if (!open_files) return 0;
  int found = 0;
  while (const dirent* entry = readdir(open_files.get())) {
    const std::string_view name = entry->d_name;
    int fd = -1;
    const auto read = std::from_chars(name.begin(), name.end(), fd);
    if (read.ec != std::errc() || peer_port(fd) != port) continue;
    set_socket_options(fd);
    ++found;
  }
  return found;
}

}  // namespace panggil::mqtt
