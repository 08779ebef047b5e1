#include "tests/support/plain_client.hpp"

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <stdexcept>

namespace panggil::test {

using namespace std::chrono_literals;

struct PlainClient::Callbacks {
  static PlainClient& self(void* object) { return *static_cast<PlainClient*>(object); }
  static void set(PlainClient& client, bool& flag) {
    const std::lock_guard lock(client.mutex_);
    flag = true;
    client.changed_.notify_all();
  }
  static void connected(mosquitto*, void* object, int code, int, const mosquitto_property*) {
    if (code == 0) set(self(object), self(object).connected_);
  }
  static void subscribed(mosquitto*, void* object, int, int, const int*, const mosquitto_property*) {
    set(self(object), self(object).subscribed_);
  }
  static void message(mosquitto*, void* object, const mosquitto_message* message,
                      const mosquitto_property* properties) {
    Seen seen{message->topic,
              {static_cast<const char*>(message->payload), static_cast<std::size_t>(message->payloadlen)},
              message->qos,
              message->retain};
    std::uint32_t expiry = 0;
    if (mosquitto_property_read_int32(properties, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, &expiry, false) !=
        nullptr)
      seen.expiry_s = expiry;
    const std::lock_guard lock(self(object).mutex_);
    self(object).seen_.push_back(std::move(seen));
    self(object).changed_.notify_all();
  }
};

namespace {
void check(int result, const char* what) {
  if (result != MOSQ_ERR_SUCCESS)
    throw std::runtime_error(std::string(what) + ": " + mosquitto_strerror(result));
}
}  // namespace

PlainClient::PlainClient(std::uint16_t port, const std::string& id, const std::optional<Login>& login)
    : client_((mosquitto_lib_init(), mosquitto_new(id.c_str(), true, this)), mosquitto_destroy) {
  if (!client_) throw std::runtime_error("mosquitto_new");
  mosquitto_int_option(client_.get(), MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
  mosquitto_int_option(client_.get(), MOSQ_OPT_TCP_NODELAY, 1);
  mosquitto_connect_v5_callback_set(client_.get(), Callbacks::connected);
  mosquitto_subscribe_v5_callback_set(client_.get(), Callbacks::subscribed);
  mosquitto_message_v5_callback_set(client_.get(), Callbacks::message);
  if (login)
    check(mosquitto_username_pw_set(client_.get(), login->user.c_str(), login->password.c_str()),
          "user name");
  check(mosquitto_connect(client_.get(), "127.0.0.1", port, 60), "connect");
  check(mosquitto_loop_start(client_.get()), "thread");
  await(connected_, "no CONNACK");
}

PlainClient::~PlainClient() {
  mosquitto_disconnect(client_.get());
  mosquitto_loop_stop(client_.get(), false);
}

void PlainClient::subscribe(const std::string& filter, int qos) {
  {
    const std::lock_guard lock(mutex_);
    subscribed_ = false;
  }
  check(mosquitto_subscribe(client_.get(), nullptr, filter.c_str(), qos), "subscribe");
  await(subscribed_, "no SUBACK");
}

void PlainClient::publish(const std::string& topic, const std::string& payload, int qos, bool retain) {
  check(mosquitto_publish(client_.get(), nullptr, topic.c_str(), static_cast<int>(payload.size()),
                          payload.data(), qos, retain),
        "publish");
}

std::vector<PlainClient::Seen> PlainClient::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

void PlainClient::forget() {
  const std::lock_guard lock(mutex_);
  seen_.clear();
}

bool PlainClient::wait_until(const std::function<bool(const std::vector<Seen>&)>& enough,
                             std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, patience, [&] { return enough(seen_); });
}

bool PlainClient::wait_for_count(std::size_t count, std::chrono::milliseconds patience) {
  return wait_until([count](const auto& seen) { return seen.size() >= count; }, patience);
}

void PlainClient::await(bool& flag, const char* what) {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, 5s, [&flag] { return flag; })) throw std::runtime_error(what);
}

}  // namespace panggil::test
