#include "common/mqtt/paho_callbacks.hpp"

#include <MQTTAsync.h>

#include "common/mqtt/broker_address.hpp"
#include "common/mqtt/paho_options.hpp"

namespace panggil::mqtt {
namespace {

namespace paho = ::mqtt;

constexpr std::size_t kDefaultReceiveMaximum = 65'535;

/// Nothing may leave a callback: Paho would end the process. What can be thrown in one here is a lack of
/// memory, and then the message is lost as if the inbox had been full.
template <class Action>
void guarded(Action action) noexcept {
  try {
    action();
  } catch (...) {
  }
}

Trouble reason_of_end(paho::ReasonCode reason) {
  if (reason == paho::ReasonCode::SESSION_TAKEN_OVER) return {.kind = Trouble::Kind::kNameTaken};
  return {.kind = Trouble::Kind::kEnded, .detail = paho::exception::reason_code_str(reason)};
}

}  // namespace

void Listener::on_success(const paho::token& token) {
  guarded([&] { success_(token); });
}

void Listener::on_failure(const paho::token& token) {
  guarded([&] { failure_(token); });
}

std::unique_ptr<paho::async_client> make_client(const Options& options, Link& link, std::uintptr_t attempt) {
  // Else it formats a line for every function it enters, to keep the last 400 in memory for nobody.
  MQTTAsync_setTraceLevel(MQTTASYNC_TRACE_ERROR);
  auto client = std::make_unique<paho::async_client>(options.broker, options.client.text(), create_options());
  client->set_message_callback([&link](paho::const_message_ptr come) {
    guarded([&] {
      if (!come) return;
      link.received({come->get_topic(), come->get_payload_str(), come->get_qos(), come->is_retained()});
    });
  });
  client->set_connection_lost_handler([&link, attempt](const std::string&) {
    guarded([&] { link.went_down(attempt, {.kind = Trouble::Kind::kLost}); });
  });
  client->set_disconnected_handler([&link, attempt](const paho::properties&, paho::ReasonCode reason) {
    guarded([&] { link.went_down(attempt, reason_of_end(reason)); });
  });
  return client;
}

std::optional<std::string> refusal(const paho::token& token) {
  // A refused CONNECT leaves its reason in the other of the two places.
  for (const int code : {static_cast<int>(token.get_reason_code()), token.get_return_code()})
    if (code >= 0x80 && code != paho::MQTTPP_V3_CODE) return paho::exception::reason_code_str(code);
  return std::nullopt;
}

Trouble connect_failure(const Options& options, const paho::token& token) {
  if (const auto reason = refusal(token))
    return {Trouble::Kind::kRefused, options.broker, options.client.text(), *reason};
  const bool tls = parse_broker_address(options.broker).tls;
  return {.kind = tls ? Trouble::Kind::kUnreachableTls : Trouble::Kind::kUnreachable,
          .broker = options.broker};
}

std::size_t receive_maximum(const paho::token& connected) {
  const auto properties = connected.get_connect_response().get_properties();
  if (!properties.contains(paho::property::RECEIVE_MAXIMUM)) return kDefaultReceiveMaximum;
  return paho::get<std::uint16_t>(properties, paho::property::RECEIVE_MAXIMUM);
}

}  // namespace panggil::mqtt
