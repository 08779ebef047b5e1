/// \file
/// An MQTT 5 client that is not ours (libmosquitto), to see from the outside what our programs do.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

struct mosquitto;

namespace panggil::test {

/// Connects in its constructor and does not reconnect. Has a thread of its own; every function may be called
/// from the test's. Those that wait throw std::runtime_error after 5 s.
class PlainClient {
 public:
  struct Seen {
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retained = false;
    std::optional<std::uint32_t> expiry_s = std::nullopt;
  };
  struct Login {
    std::string user;
    std::string password;
  };

  PlainClient(std::uint16_t port, const std::string& id, const std::optional<Login>& login = std::nullopt);
  ~PlainClient();
  PlainClient(const PlainClient&) = delete;
  PlainClient& operator=(const PlainClient&) = delete;

  /// Returns when the broker has it.
  void subscribe(const std::string& filter, int qos = 1);
  /// Does not wait for the broker.
  void publish(const std::string& topic, const std::string& payload, int qos = 1, bool retain = false);

  /// All that has come so far, oldest first.
  std::vector<Seen> seen() const;
  void forget();
  /// False when `enough` never became true.
  bool wait_until(const std::function<bool(const std::vector<Seen>&)>& enough,
                  std::chrono::milliseconds patience = std::chrono::seconds(5));
  bool wait_for_count(std::size_t count, std::chrono::milliseconds patience = std::chrono::seconds(5));

 private:
  struct Callbacks;
  void await(bool& flag, const char* what);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Seen> seen_;
  bool connected_ = false;
  bool subscribed_ = false;
  std::unique_ptr<mosquitto, void (*)(mosquitto*)> client_;
};

}  // namespace panggil::test
