/// \file
/// Where a broker is, as it is written in settings.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace panggil::mqtt {

/// The port is no number, or there is none such.
struct BadBrokerPort : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct BrokerAddress {
  bool tls = false;
  std::string host;  ///< a name or an address, which has no brackets here
  std::uint16_t port = 0;
};

/// Reads `tcp://host:port` or `ssl://host:port`; an IPv6 address stands in brackets.
/// \throws std::runtime_error that says what would be right; BadBrokerPort where it is the port alone.
BrokerAddress parse_broker_address(std::string_view uri);

}  // namespace panggil::mqtt
