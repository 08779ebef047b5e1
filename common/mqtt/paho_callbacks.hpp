/// \file
/// What Paho's threads call: it only copies, notes in the Link and returns. Included by paho_transport.cpp
/// only.
#pragma once

#include <mqtt/async_client.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/mqtt/link.hpp"

namespace panggil::mqtt {

/// Told how actions of one kind end. Its functions run on Paho's threads.
class Listener : public ::mqtt::iaction_listener {
 public:
  using Action = std::function<void(const ::mqtt::token&)>;
  Listener(Action success, Action failure) : success_(std::move(success)), failure_(std::move(failure)) {}
  void on_success(const ::mqtt::token& token) override;
  void on_failure(const ::mqtt::token& token) override;

 private:
  Action success_;
  Action failure_;
};

/// A client for one connection, with everything set that has to be set before connect(): what comes and the
/// loss of the connection are told to `link` as of `attempt`. `link` must outlive it. \throws mqtt::exception
std::unique_ptr<::mqtt::async_client> make_client(const Options& options, Link& link, std::uintptr_t attempt);

/// The number of the try to connect that an action belongs to travels as Paho's user context.
inline std::uintptr_t attempt_of(const ::mqtt::token& token) {
  return reinterpret_cast<std::uintptr_t>(token.get_user_context());
}
inline void* context_of(std::uintptr_t attempt) {
  return reinterpret_cast<void*>(attempt);
}

/// The broker's reason when it refused the action; nothing when that failed for another cause.
std::optional<std::string> refusal(const ::mqtt::token& token);
/// What a failed connect means and what to look at.
Trouble connect_failure(const Options& options, const ::mqtt::token& token);
/// The broker's receive maximum out of its CONNACK; MQTT's default where it names none.
std::size_t receive_maximum(const ::mqtt::token& connected);

}  // namespace panggil::mqtt
