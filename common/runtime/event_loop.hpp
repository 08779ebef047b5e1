/// \file
/// One thread's loop on epoll: file descriptors, deadlines, signals. Without anything to do it sleeps and
/// never wakes by itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>

struct epoll_event;

namespace panggil {

using Deadline = std::chrono::steady_clock::time_point;

/// Everything is called on the thread that calls run().
class EventLoop {
 public:
  /// Blocks SIGINT, SIGTERM and SIGHUP for the process, so make it before any other thread starts; they end
  /// run() or call on_hangup(). They stay blocked afterwards, and in child processes unless those are started
  /// with a signal mask of their own. \throws std::system_error
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Calls `ready` whenever `fd` is readable, was closed by the peer or has an error; again until it no
  /// longer is. Watching an fd again replaces its `ready`. \throws std::system_error
  void watch(int fd, std::function<void()> ready);
  /// Before the fd is closed. May be called from any callback, the fd's own included.
  void unwatch(int fd);

  /// Called once after each wake-up, whatever the cause, and once at the start. Returns when it wants to be
  /// called again at the latest; nothing: only when something happens.
  void on_turn(std::function<std::optional<Deadline>()> turn);
  void on_hangup(std::function<void()> hangup);

  /// Until stop(), SIGINT or SIGTERM. An exception out of a callback ends it and goes on to the caller.
  void run();
  void stop();
  /// True when a signal and not stop() ended run().
  bool interrupted() const { return interrupted_; }

 private:
  struct Watch {
    std::uint32_t serial;
    std::function<void()> ready;
  };

  void register_fd(int fd, std::uint32_t serial, int operation);
  void set_timer(std::optional<Deadline> until);
  std::span<epoll_event> wait(std::span<epoll_event> room);
  void dispatch(std::uint64_t tag);
  void take_signal();

  int epoll_;
  int signals_ = -1;
  int timer_;
  std::optional<Deadline> timer_set_;
  bool running_ = false;
  bool interrupted_ = false;
  std::uint32_t serial_ = 0;
  std::map<int, std::shared_ptr<const Watch>> watched_;
  std::function<std::optional<Deadline>()> turn_;
  std::function<void()> hangup_;
};

}  // namespace panggil
