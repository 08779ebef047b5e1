/// \file
/// Transport over Eclipse Paho MQTT C++. Paho is named in the paho_*.cpp files only; paho_transport.cpp lists
/// the faults of the packaged versions that it goes round.
#pragma once

#include <memory>

#include "common/mqtt/inbox.hpp"

namespace panggil::mqtt {

/// One a process: Paho serves several clients through one global lock.
/// Whoever wants messages promptly subscribes to `…/beat`: after a second without any traffic Paho's
/// receiving thread naps for 100 ms at a time, and two beats a second keep it awake. `inbox` must outlive it;
/// what does not fit is dropped and counted there. \throws std::runtime_error for an unusable broker URI or
/// unreadable TLS file.
std::unique_ptr<Transport> make_paho_transport(Options options, Inbox& inbox);

}  // namespace panggil::mqtt
