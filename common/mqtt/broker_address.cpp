#include "common/mqtt/broker_address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace panggil::mqtt {
namespace {

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

std::string_view without_brackets(std::string_view host) {
  return host.front() == '[' ? host.substr(1, host.size() - 2) : host;
}

bool is_host(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '[') return text.back() == ']' && text.size() > 2;
  return text.find_first_of(":/@ []") == std::string_view::npos;
}

}  // namespace

BrokerAddress parse_broker_address(std::string_view uri) {
  const auto rest = uri.substr(std::min<std::size_t>(uri.size(), 6));
  const auto colon = rest.rfind(':');
  const bool tcp = uri.starts_with("tcp://");
  if ((tcp || uri.starts_with("ssl://")) && colon != std::string_view::npos) {
    const auto host = rest.substr(0, colon);
    const auto port = parse_port(rest.substr(colon + 1));
    if (is_host(host) && port) return {!tcp, std::string(without_brackets(host)), *port};
    if (is_host(host))
      throw BadBrokerPort("\"" + std::string(uri) +
                          "\": its port should be a number from 1 to 65535, as in tcp://host:port");
  }
  throw std::runtime_error("\"" + std::string(uri) +
                           "\" is no broker address; write tcp://host:port, or ssl://host:port for TLS");
}

}  // namespace panggil::mqtt
