/// \file
/// A wire that a test can tap and break: passes TCP on to a port of 127.0.0.1.
#pragma once

#include <poll.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace panggil::test {

/// Has a thread of its own; every function may be called from the test's.
class TcpProxy {
 public:
  explicit TcpProxy(std::uint16_t to);
  ~TcpProxy();
  TcpProxy(const TcpProxy&) = delete;
  TcpProxy& operator=(const TcpProxy&) = delete;

  std::uint16_t port() const { return port_; }
  /// `tcp://127.0.0.1:PORT`
  std::string uri() const;

  /// How many connections there have been.
  std::size_t connections() const;
  /// What the client has sent in its connection `index`, from the first byte.
  std::string sent_by_client(std::size_t index) const;

  /// A pulled cable: nothing passes, and nobody is told. Where can_drop_packets(), nothing is acknowledged
  /// either, as the kernel drops each packet before TCP sees it, and new connections get no answer.
  void go_silent();
  /// False in most containers, which forbid filters.
  static bool can_drop_packets();
  void speak_again();
  /// Accepts connections and passes nothing on in either direction.
  void hold_back(bool on) { holding_back_ = on; }
  /// Resets every connection.
  void cut();

 private:
  struct Pair {
    int client;
    int server;
    std::size_t index;  ///< in sent_
  };
  void run();
  std::vector<pollfd> sockets_to_watch() const;
  void pass_on();
  void accept_one();
  static bool pass(int from, int to, std::string* record);
  static void close_pair(const Pair& pair);

  std::uint16_t to_;
  std::uint16_t port_ = 0;
  int listener_ = -1;
  mutable std::mutex mutex_;
  std::vector<Pair> pairs_;
  std::vector<std::string> sent_;
  std::atomic<bool> silent_ = false;
  std::atomic<bool> holding_back_ = false;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace panggil::test
