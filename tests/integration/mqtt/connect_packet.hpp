/// \file
/// Reads an MQTT 5 CONNECT packet off the wire, to see what was really sent.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace panggil::test {

struct ConnectPacket {
  int version = 0;
  bool clean_start = false;
  std::uint16_t keep_alive_s = 0;
  std::map<int, std::uint32_t> properties;  ///< by identifier; those that are numbers
  std::string client;
  struct Will {
    std::map<int, std::uint32_t> properties;
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retain = false;
  };
  std::optional<Will> will;
  std::optional<std::string> user;
  std::optional<std::string> password;
};

/// \throws std::runtime_error for bytes that are no whole CONNECT.
ConnectPacket parse_connect(const std::string& bytes);

}  // namespace panggil::test
