#include "common/runtime/event_loop.hpp"

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace panggil {
namespace {

int check(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

sigset_t handled_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  return set;
}

// What epoll hands back with an event. The serial tells a watch from an earlier one of the same fd number,
// whose event may still be in the batch at hand.
std::uint64_t tag_of(int fd, std::uint32_t serial) {
  return (std::uint64_t{serial} << 32) | static_cast<std::uint32_t>(fd);
}
int fd_of(std::uint64_t tag) {
  return static_cast<int>(tag & 0xffffffff);
}
std::uint32_t serial_of(std::uint64_t tag) {
  return static_cast<std::uint32_t>(tag >> 32);
}

timespec to_timespec(Deadline deadline) {
  // Zero would disarm the timer; a deadline that has passed must fire at once.
  const auto since = std::max(deadline.time_since_epoch(), Deadline::duration(1));
  const auto whole = std::chrono::floor<std::chrono::seconds>(since);
  return {whole.count(), std::chrono::nanoseconds(since - whole).count()};
}

}  // namespace

EventLoop::EventLoop()
    : epoll_(check(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      timer_(check(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK), "timerfd_create")) {
  const sigset_t handled = handled_signals();
  pthread_sigmask(SIG_BLOCK, &handled, nullptr);
  signals_ = check(signalfd(-1, &handled, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd");
  register_fd(signals_, 0, EPOLL_CTL_ADD);
  register_fd(timer_, 0, EPOLL_CTL_ADD);
}

EventLoop::~EventLoop() {
  for (const int fd : {timer_, signals_, epoll_}) close(fd);
}

void EventLoop::watch(int fd, std::function<void()> ready) {
  const auto serial = ++serial_;
  register_fd(fd, serial, watched_.contains(fd) ? EPOLL_CTL_MOD : EPOLL_CTL_ADD);
  watched_[fd] = std::make_shared<const Watch>(Watch{serial, std::move(ready)});
}

void EventLoop::unwatch(int fd) {
  if (watched_.erase(fd) > 0) epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, nullptr);
}

void EventLoop::on_turn(std::function<std::optional<Deadline>()> turn) {
  turn_ = std::move(turn);
}

void EventLoop::on_hangup(std::function<void()> hangup) {
  hangup_ = std::move(hangup);
}

void EventLoop::run() {
  running_ = true;
  interrupted_ = false;
  std::array<epoll_event, 16> room{};
  while (running_) {
    set_timer(turn_ ? turn_() : std::nullopt);
    if (!running_) return;
    for (const auto& event : wait(room))
      if (running_) dispatch(event.data.u64);
  }
}

void EventLoop::stop() {
  running_ = false;
}

void EventLoop::register_fd(int fd, std::uint32_t serial, int operation) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = tag_of(fd, serial);
  check(epoll_ctl(epoll_, operation, fd, &event), "epoll_ctl");
}

void EventLoop::set_timer(std::optional<Deadline> until) {
  if (until == timer_set_) return;
  itimerspec spec{};
  if (until) spec.it_value = to_timespec(*until);
  check(timerfd_settime(timer_, TFD_TIMER_ABSTIME, &spec, nullptr), "timerfd_settime");
  timer_set_ = until;
}

std::span<epoll_event> EventLoop::wait(std::span<epoll_event> room) {
  const int count = epoll_wait(epoll_, room.data(), static_cast<int>(room.size()), -1);
  if (count < 0 && errno == EINTR) return {};
  return room.first(static_cast<std::size_t>(check(count, "epoll_wait")));
}

void EventLoop::dispatch(std::uint64_t tag) {
  const int fd = fd_of(tag);
  if (fd == signals_) return take_signal();
  if (fd == timer_) {
    std::uint64_t expired = 0;
    [[maybe_unused]] const auto got = read(timer_, &expired, sizeof expired);
    timer_set_.reset();  // run() calls on_turn() next, which is what the deadline was for
    return;
  }
  const auto found = watched_.find(fd);
  if (found == watched_.end() || found->second->serial != serial_of(tag)) return;
  const auto watch = found->second;  // kept alive: the callback may unwatch itself
  watch->ready();
}

void EventLoop::take_signal() {
  signalfd_siginfo info{};
  if (read(signals_, &info, sizeof info) != static_cast<ssize_t>(sizeof info)) return;
  if (info.ssi_signo == SIGHUP) {
    if (hangup_) hangup_();
    return;
  }
  interrupted_ = true;
  running_ = false;
}

}  // namespace panggil
