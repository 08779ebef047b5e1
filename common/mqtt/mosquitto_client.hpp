/// \file
/// One connection over libmosquitto, which is named in the mosquitto_*.cpp files only. docs/adr/0010 tells
/// which of its habits are gone round here.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "common/mqtt/broker_address.hpp"
#include "common/mqtt/transport.hpp"

struct mosquitto;

namespace panggil::mqtt {

/// For one connection: what it has taken and not sent when that breaks goes with it. One thread; nothing
/// waits.
class MosquittoClient {
 public:
  /// Called from within the functions below. None may destroy the client.
  struct Handlers {
    std::function<void(std::size_t receive_maximum)> welcomed;  ///< the broker takes us
    std::function<void(Trouble)> ended;                         ///< once; also before welcomed()
    std::function<void()> settled;  ///< a message is acknowledged, refused or sent
    std::function<void(Received)> received;
    std::function<void(std::string)> complain;  ///< what the broker refused, for the log
  };

  /// \throws std::runtime_error for settings that the library cannot use
  MosquittoClient(const Options& options, const BrokerAddress& address, Handlers handlers);
  MosquittoClient(const MosquittoClient&) = delete;
  MosquittoClient& operator=(const MosquittoClient&) = delete;

  /// Begins to connect to an address of the broker's host. What becomes of it is told by a handler, of this
  /// call already where it is known at once.
  void connect(const std::string& address);
  /// -1: there is none. It changes and is closed with the connection.
  int socket() const;
  bool wants_to_write() const;
  /// Takes what has come, but for what would keep others waiting: how many bytes.
  std::size_t read();
  void write();
  /// Looks at the keep-alive: at least once in its time.
  void upkeep();

  /// False: it could not be sent, and never will be. settled() may be called before this returns.
  bool publish(const Message& message);
  void subscribe(const Subscription& subscription);
  void unsubscribe(const std::string& filter);
  /// Something was subscribed or unsubscribed, and the broker has not said that it is.
  bool awaits_subscriptions() const { return !subscribing_.empty(); }
  /// Says goodbye: the will is not published.
  void disconnect();

 private:
  struct Callbacks;
  struct Free {
    void operator()(mosquitto* client) const;
  };

  void set_options();
  void set_tls();
  void set_will(const Message& will);
  void greet();
  void refused(const std::string& what, int reason);
  bool worked(int code, const std::string& what);
  void went_on(int code);
  void end(Trouble trouble);
  Trouble trouble_of(int code) const;

  const Options& options_;
  const BrokerAddress& address_;
  Handlers handlers_;
  std::unique_ptr<mosquitto, Free> client_;
  bool greeted_ = false;  ///< TLS has begun
  bool welcome_ = false;
  bool over_ = false;
  std::string refusal_;                     ///< of our CONNECT
  std::map<int, std::string> subscribing_;  ///< filters, by the number of the packet
  std::map<int, std::string> publishing_;   ///< topics, of QoS 1
};

}  // namespace panggil::mqtt
