/// \file
/// Transport over libmosquitto, on its owner's thread alone: it wakes up for what comes and for nothing else,
/// and many of them live in one process. PahoTransport is the faster one.
#pragma once

#include <functional>
#include <memory>

#include "common/mqtt/inbox.hpp"
#include "common/mqtt/transport.hpp"

namespace panggil::mqtt {

/// Told of everything that goes over the wire, as it goes.
struct Tap {
  std::function<void(const Message&)> sent = {};
  std::function<void(const Received&)> received = {};
};

/// It works in pump(), which its owner calls whenever fd() is readable. `inbox` must outlive it; what does
/// not fit is dropped and counted there. \throws std::runtime_error for an unusable broker URI or unreadable
/// TLS file.
std::unique_ptr<Transport> make_mosquitto_transport(Options options, Inbox& inbox, Tap tap = {});

}  // namespace panggil::mqtt
