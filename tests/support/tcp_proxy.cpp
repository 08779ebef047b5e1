#include "tests/support/tcp_proxy.hpp"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "tests/support/loopback.hpp"

namespace panggil::test {
namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

int drop_packets(int fd) {
  sock_filter take_nothing{BPF_RET | BPF_K, 0, 0, 0};
  const sock_fprog program{1, &take_nothing};
  return setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

void take_packets(int fd) {
  const int unused = 0;
  setsockopt(fd, SOL_SOCKET, SO_DETACH_FILTER, &unused, sizeof unused);
}

void reset_when_closed(int fd) {
  const linger now{1, 0};
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

}  // namespace

bool TcpProxy::can_drop_packets() {
  const int probe = checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  const bool can = drop_packets(probe) == 0;
  close(probe);
  return can;
}

TcpProxy::TcpProxy(std::uint16_t to) : to_(to) {
  listener_ = checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  checked(bind(listener_, generic, size), "bind");
  checked(listen(listener_, 16), "listen");
  checked(getsockname(listener_, generic, &size), "getsockname");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy() {
  ending_ = true;
  thread_.join();
  for (const auto& pair : pairs_) close_pair(pair);
  close(listener_);
}

std::string TcpProxy::uri() const {
  return "tcp://127.0.0.1:" + std::to_string(port_);
}

std::size_t TcpProxy::connections() const {
  const std::lock_guard lock(mutex_);
  return sent_.size();
}

std::string TcpProxy::sent_by_client(std::size_t index) const {
  const std::lock_guard lock(mutex_);
  return sent_.at(index);
}

void TcpProxy::go_silent() {
  const std::lock_guard lock(mutex_);
  silent_ = true;
  drop_packets(listener_);
  for (const auto& pair : pairs_) drop_packets(pair.client);
}

void TcpProxy::speak_again() {
  const std::lock_guard lock(mutex_);
  for (const auto& pair : pairs_) take_packets(pair.client);
  take_packets(listener_);
  silent_ = false;
}

void TcpProxy::cut() {
  const std::lock_guard lock(mutex_);
  for (const auto& pair : pairs_) {
    reset_when_closed(pair.client);
    close_pair(pair);
  }
  pairs_.clear();
}

void TcpProxy::run() {
  while (!ending_) {
    auto watched = sockets_to_watch();
    poll(watched.data(), watched.size(), 2);  // short: the test may have changed what is to be watched
    const std::lock_guard lock(mutex_);
    if ((watched.front().revents & POLLIN) != 0) accept_one();
    if (!silent_ && !holding_back_) pass_on();
  }
}

std::vector<pollfd> TcpProxy::sockets_to_watch() const {
  const std::lock_guard lock(mutex_);
  std::vector<pollfd> watched{{listener_, POLLIN, 0}};
  if (silent_ || holding_back_) return watched;
  for (const auto& pair : pairs_)
    for (const int fd : {pair.client, pair.server}) watched.push_back({fd, POLLIN, 0});
  return watched;
}

void TcpProxy::pass_on() {
  std::erase_if(pairs_, [this](const Pair& pair) {
    const bool alive =
        pass(pair.client, pair.server, &sent_[pair.index]) && pass(pair.server, pair.client, nullptr);
    if (!alive) close_pair(pair);
    return !alive;
  });
}

void TcpProxy::accept_one() {
  const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(to_);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(server);
    close(client);
    return;
  }
  for (const int fd : {client, server}) {
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  pairs_.push_back({client, server, sent_.size()});
  sent_.emplace_back();
}

/// False when `from` has ended.
bool TcpProxy::pass(int from, int to, std::string* record) {
  std::array<char, 65536> buffer;
  const auto got = recv(from, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  if (got == 0) return false;
  if (record != nullptr) record->append(buffer.data(), static_cast<std::size_t>(got));
  return send(to, buffer.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
}

void TcpProxy::close_pair(const Pair& pair) {
  close(pair.client);
  close(pair.server);
}

}  // namespace panggil::test
