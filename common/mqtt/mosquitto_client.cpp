#include "common/mqtt/mosquitto_client.hpp"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

#include "common/mqtt/broker_socket.hpp"
#include "common/mqtt/mosquitto_tls.hpp"

namespace panggil::mqtt {
namespace {

constexpr int kReceiveMaximum = 100;
constexpr std::uint16_t kDefaultReceiveMaximum = 65'535;
/// The library takes none below.
constexpr std::chrono::seconds kLeastKeepAlive{5};
/// Packets that are read before others have their turn.
constexpr int kMostAtOnce = 64;

struct Library {
  Library() { mosquitto_lib_init(); }
  ~Library() { mosquitto_lib_cleanup(); }
};

/// MQTT 5 properties of one packet.
class Properties {
 public:
  explicit Properties(const Message& message) {
    if (message.expiry)
      mosquitto_property_add_int32(&list_, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL,
                                   static_cast<std::uint32_t>(message.expiry->count()));
  }
  ~Properties() { mosquitto_property_free_all(&list_); }
  Properties(const Properties&) = delete;
  Properties& operator=(const Properties&) = delete;
  const mosquitto_property* list() const { return list_; }
  /// For a call that takes them over.
  mosquitto_property* release() { return std::exchange(list_, nullptr); }

 private:
  mosquitto_property* list_ = nullptr;
};

void check(int code, const char* what) {
  if (code != MOSQ_ERR_SUCCESS) throw std::runtime_error(std::string(what) + ": " + mosquitto_strerror(code));
}

/// Nothing may leave a callback: C calls it. What can be thrown in one here is a lack of memory, and then the
/// message is lost as if the inbox had been full.
template <class Action>
void guarded(void* self, Action action) noexcept {
  try {
    action(*static_cast<MosquittoClient*>(self));
  } catch (...) {
  }
}

int waiting_bytes(int socket) {
  int bytes = 0;
  return ioctl(socket, FIONREAD, &bytes) == 0 ? bytes : 0;
}

/// Of POLLIN, POLLOUT, and what is told unasked: POLLHUP, that it has come to its end both ways.
int readiness_of(int socket) {
  pollfd ready{socket, POLLIN | POLLOUT, 0};
  return poll(&ready, 1, 0) > 0 ? ready.revents : 0;
}

}  // namespace

struct MosquittoClient::Callbacks {
  static void welcomed(mosquitto*, void* self, int reason, int, const mosquitto_property* properties) {
    guarded(self, [&](MosquittoClient& client) {
      if (reason != 0) {
        client.refusal_ = mosquitto_reason_string(reason);
        return;
      }
      client.welcome_ = true;
      std::uint16_t most = kDefaultReceiveMaximum;
      mosquitto_property_read_int16(properties, MQTT_PROP_RECEIVE_MAXIMUM, &most, false);
      client.handlers_.welcomed(most);
    });
  }

  static void ended(mosquitto*, void* self, int reason, const mosquitto_property*) {
    guarded(self, [&](MosquittoClient& client) { client.end(client.trouble_of(reason)); });
  }

  static void published(mosquitto*, void* self, int packet, int reason, const mosquitto_property*) {
    guarded(self, [&](MosquittoClient& client) {
      const auto topic = client.publishing_.extract(packet);
      if (topic && reason >= MQTT_RC_UNSPECIFIED) client.refused(topic.mapped(), reason);
      client.handlers_.settled();
    });
  }

  static void subscribed(mosquitto*, void* self, int packet, int count, const int* granted,
                         const mosquitto_property*) {
    guarded(self, [&](MosquittoClient& client) {
      const auto filter = client.subscribing_.extract(packet);
      for (const int code : std::span(granted, static_cast<std::size_t>(count)))
        if (filter && code >= MQTT_RC_UNSPECIFIED) client.refused(filter.mapped(), code);
    });
  }

  static void unsubscribed(mosquitto*, void* self, int packet, const mosquitto_property*) {
    guarded(self, [&](MosquittoClient& client) { client.subscribing_.erase(packet); });
  }

  static void received(mosquitto*, void* self, const mosquitto_message* message, const mosquitto_property*) {
    guarded(self, [&](MosquittoClient& client) {
      client.handlers_.received(
          {message->topic,
           {static_cast<const char*>(message->payload), static_cast<std::size_t>(message->payloadlen)},
           message->qos,
           message->retain});
    });
  }
};

void MosquittoClient::Free::operator()(mosquitto* client) const {
  mosquitto_destroy(client);
}

MosquittoClient::MosquittoClient(const Options& options, const BrokerAddress& address, Handlers handlers)
    : options_(options), address_(address), handlers_(std::move(handlers)) {
  static const Library kLibrary;
  client_.reset(mosquitto_new(options_.client.text().c_str(), true, this));
  if (!client_) throw std::runtime_error("out of memory for an MQTT client");
  set_options();
  mosquitto_connect_v5_callback_set(client_.get(), Callbacks::welcomed);
  mosquitto_disconnect_v5_callback_set(client_.get(), Callbacks::ended);
  mosquitto_publish_v5_callback_set(client_.get(), Callbacks::published);
  mosquitto_subscribe_v5_callback_set(client_.get(), Callbacks::subscribed);
  mosquitto_unsubscribe_v5_callback_set(client_.get(), Callbacks::unsubscribed);
  mosquitto_message_v5_callback_set(client_.get(), Callbacks::received);
}

void MosquittoClient::set_options() {
  check(mosquitto_int_option(client_.get(), MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5), "MQTT 5");
  check(mosquitto_int_option(client_.get(), MOSQ_OPT_RECEIVE_MAXIMUM, kReceiveMaximum), "receive maximum");
  if (options_.password)
    check(mosquitto_username_pw_set(client_.get(), options_.user.value_or(options_.client).text().c_str(),
                                    options_.password->reveal().c_str()),
          "password");
  if (address_.tls) set_tls();
  if (options_.will) set_will(*options_.will);
}

void MosquittoClient::set_tls() {
  const auto context = make_tls_context(options_.tls, address_.host);
  check(mosquitto_void_option(client_.get(), MOSQ_OPT_SSL_CTX, context.get()), "TLS");
  check(mosquitto_int_option(client_.get(), MOSQ_OPT_SSL_CTX_WITH_DEFAULTS, 0), "TLS");
}

void MosquittoClient::set_will(const Message& will) {
  Properties properties(will);
  check(mosquitto_will_set_v5(client_.get(), will.topic.c_str(), static_cast<int>(will.payload.size()),
                              will.payload.data(), will.qos, will.retain, properties.release()),
        "will");
}

void MosquittoClient::connect(const std::string& address) {
  const auto keep_alive = std::max(options_.keep_alive, kLeastKeepAlive);
  const int code = mosquitto_connect_bind_async(client_.get(), address.c_str(), address_.port,
                                                static_cast<int>(keep_alive.count()), nullptr);
  if (code != MOSQ_ERR_SUCCESS) return end(trouble_of(code));
  if (socket() >= 0) set_socket_options(socket());
}

int MosquittoClient::socket() const {
  return over_ ? -1 : mosquitto_socket(client_.get());
}

/// While TLS is being agreed upon the library would write without an end, where it needs to once: when the
/// other machine has taken the connection.
bool MosquittoClient::wants_to_write() const {
  if (socket() < 0) return false;
  return address_.tls && !welcome_ ? !greeted_ : mosquitto_want_write(client_.get());
}

std::size_t MosquittoClient::read() {
  const int ready = socket() < 0 ? 0 : readiness_of(socket());
  if ((ready & ~POLLOUT) == 0) return 0;
  std::size_t bytes = 0;
  int waiting = waiting_bytes(socket());
  // The library takes one packet a call.
  for (int i = 0; i < kMostAtOnce; ++i) {
    went_on(mosquitto_loop_read(client_.get(), 1));
    if (socket() < 0) return bytes + static_cast<std::size_t>(waiting);
    const int left = waiting_bytes(socket());
    bytes += static_cast<std::size_t>(std::max(0, waiting - left));
    waiting = left;
    if (left == 0) break;
  }
  // In the midst of agreeing upon TLS the library goes on with a dead socket.
  if (waiting == 0 && (ready & POLLHUP) != 0) end(trouble_of(MOSQ_ERR_CONN_LOST));
  return bytes;
}

void MosquittoClient::write() {
  greet();
  if (socket() >= 0 && mosquitto_want_write(client_.get())) went_on(mosquitto_loop_write(client_.get(), 1));
}

/// The library's own function to write does not begin with TLS; the one to read does.
void MosquittoClient::greet() {
  if (!address_.tls || greeted_ || socket() < 0 || (readiness_of(socket()) & POLLOUT) == 0) return;
  greeted_ = true;
  went_on(mosquitto_loop_read(client_.get(), 1));
}

void MosquittoClient::upkeep() {
  if (socket() >= 0) went_on(mosquitto_loop_misc(client_.get()));
}

bool MosquittoClient::publish(const Message& message) {
  const Properties properties(message);
  int packet = 0;
  const int code = mosquitto_publish_v5(client_.get(), &packet, message.topic.c_str(),
                                        static_cast<int>(message.payload.size()), message.payload.data(),
                                        message.qos, message.retain, properties.list());
  if (code == MOSQ_ERR_SUCCESS && message.qos > 0) publishing_[packet] = message.topic;
  return worked(code, message.topic);
}

void MosquittoClient::subscribe(const Subscription& subscription) {
  const int how = (subscription.retain_as_published ? MQTT_SUB_OPT_RETAIN_AS_PUBLISHED : 0) |
                  subscription.retain_handling << 4;
  int packet = 0;
  const int code = mosquitto_subscribe_v5(client_.get(), &packet, subscription.filter.c_str(),
                                          subscription.qos, how, nullptr);
  if (worked(code, subscription.filter)) subscribing_[packet] = subscription.filter;
}

void MosquittoClient::unsubscribe(const std::string& filter) {
  int packet = 0;
  if (worked(mosquitto_unsubscribe_v5(client_.get(), &packet, filter.c_str(), nullptr), filter))
    subscribing_[packet] = filter;
}

void MosquittoClient::disconnect() {
  if (socket() < 0) return;
  mosquitto_disconnect_v5(client_.get(), MQTT_RC_NORMAL_DISCONNECTION, nullptr);
}

void MosquittoClient::refused(const std::string& what, int reason) {
  handlers_.complain("the broker refused " + what + ": " + mosquitto_reason_string(reason));
}

bool MosquittoClient::worked(int code, const std::string& what) {
  if (code == MOSQ_ERR_SUCCESS) return true;
  // Without a connection the news of it is enough.
  if (code == MOSQ_ERR_NO_CONN || code == MOSQ_ERR_CONN_LOST || code == MOSQ_ERR_ERRNO ||
      code == MOSQ_ERR_TLS)
    end(trouble_of(code));
  else
    handlers_.complain("could not send " + what + ": " + mosquitto_strerror(code));
  return false;
}

/// Where the library has not said so itself.
void MosquittoClient::went_on(int code) {
  if (code != MOSQ_ERR_SUCCESS) end(trouble_of(code));
}

void MosquittoClient::end(Trouble trouble) {
  if (std::exchange(over_, true)) return;
  handlers_.ended(std::move(trouble));
}

Trouble MosquittoClient::trouble_of(int code) const {
  using Kind = Trouble::Kind;
  if (!refusal_.empty()) return {Kind::kRefused, options_.broker, options_.client.text(), refusal_};
  if (!welcome_)
    return {.kind = address_.tls ? Kind::kUnreachableTls : Kind::kUnreachable, .broker = options_.broker};
  if (code == MQTT_RC_SESSION_TAKEN_OVER) return {.kind = Kind::kNameTaken};
  if (code >= MQTT_RC_UNSPECIFIED) return {.kind = Kind::kEnded, .detail = mosquitto_reason_string(code)};
  return {.kind = Kind::kLost};
}

}  // namespace panggil::mqtt
