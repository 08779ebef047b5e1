#include "common/mqtt/paho_options.hpp"

#include <utility>

#include "common/mqtt/broker_address.hpp"

namespace panggil::mqtt {
namespace {

namespace paho = ::mqtt;

constexpr std::chrono::seconds kConnectTimeout{
    30};  // the transport gives up sooner, and at the moment it means
constexpr int kReceiveMaximum = 100;
constexpr int kMaxBuffered = 100'000;

paho::properties properties_of(const Message& message) {
  paho::properties properties;
  if (message.expiry)
    properties.add(
        {paho::property::MESSAGE_EXPIRY_INTERVAL, static_cast<std::int32_t>(message.expiry->count())});
  return properties;
}

paho::ssl_options ssl_of(const Tls& tls) {
  paho::ssl_options ssl;
  if (!tls.ca.empty()) ssl.set_trust_store(tls.ca);
  if (!tls.certificate.empty()) ssl.set_key_store(tls.certificate);
  if (!tls.key.empty()) ssl.set_private_key(tls.key);
  ssl.set_enable_server_cert_auth(true);
  ssl.set_verify(true);  // the certificate must be for this host as well
  return ssl;
}

}  // namespace

ConnectOptions::ConnectOptions(const Options& options) {
  value.set_mqtt_version(MQTTVERSION_5);
  value.set_clean_start(true);
  value.set_automatic_reconnect(false);
  value.set_keep_alive_interval(options.keep_alive);
  value.set_connect_timeout(kConnectTimeout);
  value.set_properties(
      {{paho::property::SESSION_EXPIRY_INTERVAL, 0}, {paho::property::RECEIVE_MAXIMUM, kReceiveMaximum}});
  if (options.password) {
    value.set_user_name(options.user.value_or(options.client).text());
    value.set_password(options.password->reveal());
  }
  if (const auto& will = options.will)
    value.set_will(paho::will_options(will->topic, paho::binary_ref(will->payload), will->qos, will->retain,
                                      properties_of(*will)));
  if (parse_broker_address(options.broker).tls) value.set_ssl(ssl_of(options.tls));
}

paho::create_options create_options() {
  paho::create_options options(MQTTVERSION_5, kMaxBuffered);
  options.set_send_while_disconnected(false);
  return options;
}

paho::const_message_ptr Forms::fill(Message message) {
  auto& form = by_expiry_[message.expiry];
  if (!form) form = paho::message::create("", "", message.qos, message.retain, properties_of(message));
  form->set_topic(std::move(message.topic));
  form->set_payload(std::move(message.payload));
  form->set_qos(message.qos);
  form->set_retained(message.retain);
  return form;
}

}  // namespace panggil::mqtt
