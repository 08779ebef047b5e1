/// \file
/// One thread's loop on epoll: file descriptors, deadlines, signals.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace panggil {

using Deadline = std::chrono::steady_clock::time_point;

/// Everything is called on the thread that calls run().
class EventLoop {
 public:
  /// Blocks SIGINT, SIGTERM and SIGHUP for the process, so make it before any other thread starts; they end run() or
  /// call on_hangup(). \throws std::system_error
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Calls `ready` whenever `fd` is readable.
  void watch(int fd, std::function<void()> ready);
  void unwatch(int fd);

  /// Called once after each wake-up, whatever the cause, and once at the start. Returns when it wants to be called again
  /// at the latest; nothing: only when something happens.
  void on_turn(std::function<std::optional<Deadline>()> turn);
  void on_hangup(std::function<void()> hangup);

  /// Until stop(), SIGINT or SIGTERM. An exception out of a callback ends it and goes on to the caller.
  void run();
  void stop();
  /// True when a signal and not stop() ended run().
  bool interrupted() const { return interrupted_; }

 private:
  void dispatch(int fd);
  int wait(std::optional<Deadline> until, int* ready, int room);

  int epoll_;
  int signals_;
  int timer_;
  bool running_ = false;
  bool interrupted_ = false;
  std::map<int, std::function<void()>> watched_;
  std::function<std::optional<Deadline>()> turn_;
  std::function<void()> hangup_;
};

}  // namespace panggil
