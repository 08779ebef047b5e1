#include "kiosk/printing/stream.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/freed.hpp"

namespace panggil::kiosk {
namespace {
using std::chrono::duration_cast;
using std::chrono::milliseconds;

int left_until(SteadyTime until) {
  const auto left = duration_cast<milliseconds>(until - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60000));
}

using Addresses = Owned<addrinfo, freeaddrinfo>;

Addresses look_up(const std::string& host, std::uint16_t port, std::string& trouble) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
  if (error != 0) trouble = gai_strerror(error);
  return Addresses(error == 0 ? found : nullptr);
}

bool finish_connecting(int fd, SteadyTime until) {
  pollfd waiting{fd, POLLOUT, 0};
  if (::poll(&waiting, 1, left_until(until)) != 1) {
    errno = ETIMEDOUT;
    return false;
  }
  int error = 0;
  socklen_t size = sizeof(error);
  getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
  errno = error;
  return error == 0;
}
}  // namespace

std::optional<Stream> Stream::open_device(const std::filesystem::path& device, std::string& trouble) {
  // Some printers only listen.
  int fd = ::open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0 && errno != ENOENT) fd = ::open(device.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd >= 0) return Stream(fd);
  trouble = std::strerror(errno);
  return std::nullopt;
}

std::optional<Stream> Stream::connect(const std::string& host, std::uint16_t port, SteadyTime until,
                                      std::string& trouble) {
  const auto addresses = look_up(host, port, trouble);
  for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next) {
    Stream stream(::socket(at->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const bool at_once = ::connect(stream.fd_, at->ai_addr, at->ai_addrlen) == 0;
    if (at_once || (errno == EINPROGRESS && finish_connecting(stream.fd_, until))) return stream;
    trouble = std::strerror(errno);
  }
  return std::nullopt;
}

Stream::Stream(Stream&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Stream::~Stream() {
  if (fd_ >= 0) ::close(fd_);
}

bool Stream::wait(short events, SteadyTime until) const {
  pollfd waiting{fd_, events, 0};
  return ::poll(&waiting, 1, left_until(until)) == 1 && (waiting.revents & (events | POLLHUP)) != 0;
}

bool Stream::write(std::string_view data, SteadyTime until) {
  while (!data.empty()) {
    // Not send(): a device file is no socket. The printer's thread blocks SIGPIPE.
    const auto written = ::write(fd_, data.data(), data.size());
    if (written > 0) {
      data.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    const bool lost = written < 0 && errno != EAGAIN && errno != EINTR;
    if (lost || !wait(POLLOUT, until)) return false;
  }
  return true;
}

std::optional<std::uint8_t> Stream::read(SteadyTime until) {
  std::uint8_t byte = 0;
  while (wait(POLLIN, until)) {
    const auto got = ::read(fd_, &byte, 1);
    if (got == 1) return byte;
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace panggil::kiosk
