/// \file
/// A session at a real broker, and a dispatcher that is played by hand.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/session/session.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"
#include "tests/support/tcp_proxy.hpp"

namespace panggil::test {

/// What the dispatcher would publish; every function may be called from the test's thread.
class Dispatcher {
 public:
  explicit Dispatcher(const PrivateBroker& broker, const std::string& client_id = "dispatcher");

  void beat(const std::string& epoch = "e1");
  void retain(const std::string& topic_below_site, const std::string& payload);
  /// The payloads of the commands that have come, oldest first.
  std::vector<std::string> commands() const;
  /// Says yes to a command that has come.
  void say_yes(const std::string& command_payload);
  PlainClient& client() { return client_; }

 private:
  PlainClient client_;
  std::int64_t mono_ms_ = 1000;
};

/// The client `counter-3` of the site `trial`. Its connection goes through a proxy that can be cut.
class Client {
 public:
  /// `change` may change the options of the connection.
  explicit Client(const PrivateBroker& broker, const std::function<void(mqtt::Options&)>& change = {});

  session::Session& session() { return session_; }
  TcpProxy& wire() { return wire_; }

  /// Runs the loop until `holds`; false when `patience` ran out. `meanwhile` is called ten times a second.
  bool run_until(const std::function<bool()>& holds, Millis patience = Millis(5000));
  void run_for(Millis time);
  /// Called ten times a second while the loop runs.
  std::function<void()> meanwhile;

  std::vector<session::Settled> settled;
  std::vector<mqtt::Received> received;
  std::vector<session::LinkState> links;
  int forgotten = 0;

 private:
  static mqtt::Options options(const TcpProxy& wire, const std::function<void(mqtt::Options&)>& change);

  RealClock clock_;
  EventLoop loop_;
  TcpProxy wire_;
  session::Connection connection_;
  session::Session session_;
};

}  // namespace panggil::test
