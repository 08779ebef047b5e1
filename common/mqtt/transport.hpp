/// \file
/// A connection to the broker that keeps coming back. Implemented by PahoTransport (paho_transport.hpp), for
/// who has much to say, and MosquittoTransport (mosquitto_transport.hpp), for who is to sleep.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/secret.hpp"
#include "common/mqtt/trouble.hpp"

namespace panggil::mqtt {

struct Message {
  std::string topic;
  std::string payload;
  int qos = 1;
  bool retain = false;
  std::optional<std::chrono::seconds> expiry =
      std::nullopt;  ///< the broker forgets it then; whole seconds on the wire
};

struct Subscription {
  std::string filter;
  int qos = 1;
  bool retain_as_published = false;  ///< hand over the retain flag as the sender set it
  int retain_handling = 0;           ///< MQTT 5: 0 send retained ones, 1 only for a new subscription, 2 never
};

struct Tls {
  std::filesystem::path ca = {};  ///< PEM; empty with a `tcp://` broker
  std::filesystem::path certificate = {};
  std::filesystem::path key = {};
};

/// What comes on a topic may wait for more of it, and of several the newest counts: for a beat, where it only
/// matters that it goes on. MosquittoTransport heeds it.
struct Unhurried {
  std::string topic;
  std::chrono::milliseconds wait{};  ///< at the most
};

struct Options {
  std::string broker = "tcp://127.0.0.1:1883";  ///< `tcp://host:port` or `ssl://host:port`
  ClientId client;                              ///< MQTT client id: the broker has one connection for each
  std::optional<ClientId> user = std::nullopt;  ///< user name where there is a password; nothing: as `client`
  std::optional<Secret> password = std::nullopt;
  Tls tls = {};
  std::optional<Message> will = std::nullopt;
  std::chrono::seconds keep_alive{5};
  std::optional<Unhurried> unhurried = std::nullopt;
};

/// The connection stands. Everything subscribed before is subscribed anew; retained state should be published
/// again.
struct Connected {};
/// It was lost or could not be made; the transport tries again by itself.
struct Disconnected {
  Trouble trouble;
};
struct Received {
  std::string topic;
  std::string payload;
  int qos = 0;
  bool retained = false;
  /// When it came; where nobody knows, the earliest moment at which it can have come.
  std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now();
};
/// What the transport tells, in the order in which it happened.
using Incoming = std::variant<Connected, Disconnected, Received>;

/// Called and handed out on the owner's thread only. What arrives goes into the Mailbox that the
/// implementation was given; nothing here blocks or waits for the broker.
class Transport {
 public:
  virtual ~Transport() = default;
  /// Starts connecting; from then on until close() the transport reconnects by itself.
  virtual void start() = 0;
  /// Kept and repeated at each connection.
  virtual void subscribe(const Subscription& subscription) = 0;
  virtual void unsubscribe(const std::string& filter) = 0;
  /// Queues the message and sends it as the broker's receive window allows. Without a connection it is
  /// dropped: what matters is published again at Connected, or asked for again by the client. A retained
  /// message takes the place of one for the same topic that still waits in the queue, so it may overtake
  /// others.
  virtual void publish(Message message) = 0;
  /// Messages queued and not yet acknowledged by the broker.
  virtual std::size_t backlog() const = 0;
  /// Messages that found no room in the queue, since the start; 0 in a healthy system.
  virtual std::size_t dropped() const { return 0; }
  virtual bool connected() const = 0;
  /// Gives what is queued until `patience` to reach the broker, then disconnects. Blocks; the last thing an
  /// app does.
  virtual void close(std::chrono::milliseconds patience) = 0;
  /// To be called once a turn of the owner's loop: sends on, reconnects when due.
  virtual void pump() = 0;
  /// Readable when pump() is to be called; -1 where the inbox alone tells.
  virtual int fd() const { return -1; }
  /// When pump() wants to be called next, at the latest.
  virtual std::optional<std::chrono::steady_clock::time_point> next_pump() const = 0;
};

}  // namespace panggil::mqtt
