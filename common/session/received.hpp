/// \file
/// From what came over the wire to a message.
#pragma once

#include <optional>
#include <utility>

#include "common/base/log.hpp"
#include "common/mqtt/transport.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::session {

/// What cannot be read is logged and left alone: whoever asked for it keeps what it has.
template <class Message>
std::optional<Message> decoded(const mqtt::Received& received) {
  auto message = protocol::decode<Message>(received.payload);
  if (message) return std::move(*message);
  log::warn("{}: cannot be read: {}", received.topic, message.error().what);
  return std::nullopt;
}

/// To whoever takes it, if it can be read.
template <class Message, class Taker>
void hand_over(const mqtt::Received& received, Taker& taker) {
  if (const auto message = decoded<Message>(received)) taker.take(*message);
}

}  // namespace panggil::session
