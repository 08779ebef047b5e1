/// \file
/// Our options and messages in Paho's words. Included by paho_transport.cpp only.
#pragma once

#include <mqtt/async_client.h>

#include <chrono>
#include <map>
#include <optional>

#include "common/mqtt/transport.hpp"

namespace panggil::mqtt {

/// To be kept until connect() has returned, and handed over by name: Paho C++ 1.2.0 keeps a pointer to the
/// properties of the *original* when it copies connect_options, so that those of a temporary are silently not
/// sent.
struct ConnectOptions {
  explicit ConnectOptions(const Options& options);
  ConnectOptions(const ConnectOptions&) = delete;
  ConnectOptions& operator=(const ConnectOptions&) = delete;

  ::mqtt::connect_options value;
};

::mqtt::create_options create_options();
/// Messages as Paho takes them, made over for each: it copies them whole before it returns, and nothing is
/// asked of a message afterwards. The properties of a new one would cost more than all the rest.
class Forms {
 public:
  /// Until the next call.
  ::mqtt::const_message_ptr fill(Message message);

 private:
  std::map<std::optional<std::chrono::seconds>, ::mqtt::message_ptr> by_expiry_;
};

}  // namespace panggil::mqtt
