/// \file
/// Transport over libmosquitto, of which many live on one thread: Paho serves one client a process well. Only
/// the simulation uses it; libmosquitto is named in mosquitto_transport.cpp only.
#pragma once

#include <functional>
#include <memory>

#include "common/mqtt/paho_transport.hpp"
#include "common/runtime/event_loop.hpp"

namespace panggil::simulate {

/// Told of everything that goes over the wire, as it goes.
struct Tap {
  std::function<void(const mqtt::Message&)> sent;
  std::function<void(const mqtt::Received&)> received;
};

/// Everything happens on the thread of `loop`, and the transport watches its own socket there. `loop` and
/// `inbox` must outlive it. Connecting waits for the broker's host to accept or refuse. \throws
/// std::runtime_error for an unusable broker URI or TLS file.
std::unique_ptr<mqtt::Transport> make_mosquitto_transport(mqtt::Options options, EventLoop& loop,
                                                          mqtt::Inbox& inbox, Tap tap);

}  // namespace panggil::simulate
