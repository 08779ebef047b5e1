#include "simulate/mosquitto_transport.hpp"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "common/base/time.hpp"
#include "common/mqtt/broker_address.hpp"

namespace panggil::simulate {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr Millis kFirstRetry{100};
constexpr Millis kLastRetry{2000};
/// From the connection to the broker's word that it is taken.
constexpr Millis kWelcome{5000};
/// How often libmosquitto wants to look at its keep-alive.
constexpr Millis kUpkeep{500};
/// Packets that one client may read before others have their turn.
constexpr int kMostAtOnce = 32;
/// The socket was full: try again soon.
constexpr Millis kFull{1};

struct Library {
  Library() { mosquitto_lib_init(); }
  ~Library() { mosquitto_lib_cleanup(); }
};

struct Free {
  void operator()(mosquitto* client) const { mosquitto_destroy(client); }
};

/// MQTT 5 properties of one packet.
class Properties {
 public:
  Properties() = default;
  ~Properties() { mosquitto_property_free_all(&list_); }
  Properties(const Properties&) = delete;
  Properties& operator=(const Properties&) = delete;
  void expiry(Seconds after) {
    mosquitto_property_add_int32(&list_, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL,
                                 static_cast<std::uint32_t>(after.count()));
  }
  const mosquitto_property* list() const { return list_; }
  /// For a call that takes them over.
  mosquitto_property* release() { return std::exchange(list_, nullptr); }

 private:
  mosquitto_property* list_ = nullptr;
};

void check(int code, const char* what) {
  if (code != MOSQ_ERR_SUCCESS) throw std::runtime_error(std::string(what) + ": " + mosquitto_strerror(code));
}

const char* text_or_null(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

class MosquittoTransport : public mqtt::Transport {
 public:
  MosquittoTransport(mqtt::Options options, EventLoop& loop, mqtt::Inbox& inbox, Tap tap)
      : options_(std::move(options)),
        address_(mqtt::parse_broker_address(options_.broker)),
        loop_(loop),
        inbox_(inbox),
        tap_(std::move(tap)) {
    static const Library kLibrary;
    client_.reset(mosquitto_new(options_.client.text().c_str(), true, this));
    if (!client_) throw std::runtime_error("out of memory for a client");
    set_options();
    set_callbacks();
  }
  ~MosquittoTransport() override { drop_socket(); }

  void start() override { wanted_ = true; }

  void subscribe(const mqtt::Subscription& subscription) override {
    subscriptions_.push_back(subscription);
    if (connected_) send(subscription);
  }

  void unsubscribe(const std::string& filter) override {
    std::erase_if(subscriptions_, [&](const auto& each) { return each.filter == filter; });
    if (connected_) mosquitto_unsubscribe_v5(client_.get(), nullptr, filter.c_str(), nullptr);
  }

  void publish(mqtt::Message message) override {
    if (!connected_) return;
    if (tap_.sent) tap_.sent(message);
    Properties properties;
    if (message.expiry) properties.expiry(*message.expiry);
    const int code = mosquitto_publish_v5(client_.get(), nullptr, message.topic.c_str(),
                                          static_cast<int>(message.payload.size()), message.payload.data(),
                                          message.qos, message.retain, properties.list());
    if (code == MOSQ_ERR_SUCCESS) ++backlog_;
  }

  std::size_t backlog() const override { return backlog_; }
  bool connected() const override { return connected_; }

  void close(std::chrono::milliseconds patience) override {
    wanted_ = false;
    const auto until = steady_clock::now() + patience;
    while (connected_ && (backlog_ > 0 || mosquitto_want_write(client_.get())) && steady_clock::now() < until)
      exchange();
    if (connected_) mosquitto_disconnect_v5(client_.get(), MQTT_RC_NORMAL_DISCONNECTION, nullptr);
    drop_socket();
  }

  void pump() override {
    const auto now = steady_clock::now();
    if (socket_ < 0) {
      if (wanted_ && now >= next_try_) connect(now);
      return;
    }
    if (mosquitto_want_write(client_.get())) mosquitto_loop_write(client_.get(), 1);
    if (now < next_upkeep_) return;
    next_upkeep_ = now + kUpkeep;
    mosquitto_loop_misc(client_.get());
    if (!connected_ && now >= welcome_by_)
      lost({.kind = mqtt::Trouble::Kind::kSilent, .broker = options_.broker});
  }

  std::optional<steady_clock::time_point> next_pump() const override {
    if (socket_ < 0) return wanted_ ? std::optional(next_try_) : std::nullopt;
    if (mosquitto_want_write(client_.get())) return steady_clock::now() + kFull;
    return next_upkeep_;
  }

 private:
  void set_options() {
    check(mosquitto_int_option(client_.get(), MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5), "MQTT 5");
    // Without it a small message waits 40 ms for the acknowledgement of the one before it.
    check(mosquitto_int_option(client_.get(), MOSQ_OPT_TCP_NODELAY, 1), "TCP_NODELAY");
    const std::string user = options_.user.value_or(options_.client).text();
    const char* password = options_.password ? options_.password->reveal().c_str() : nullptr;
    check(mosquitto_username_pw_set(client_.get(), user.c_str(), password), "user name");
    if (address_.tls) {
      const auto& tls = options_.tls;
      check(mosquitto_tls_set(client_.get(), text_or_null(tls.ca), nullptr, text_or_null(tls.certificate),
                              text_or_null(tls.key), nullptr),
            "TLS");
    }
    if (options_.will) set_will(*options_.will);
  }

  void set_will(const mqtt::Message& will) {
    Properties properties;
    if (will.expiry) properties.expiry(*will.expiry);
    check(mosquitto_will_set_v5(client_.get(), will.topic.c_str(), static_cast<int>(will.payload.size()),
                                will.payload.data(), will.qos, will.retain, properties.release()),
          "will");
  }

  /// They run inside connect(), read() and pump(), so on our thread. None may throw: C calls them.
  void set_callbacks() {
    mosquitto_connect_v5_callback_set(client_.get(),
                                      [](mosquitto*, void* self, int reason, int, const mosquitto_property*) {
                                        static_cast<MosquittoTransport*>(self)->welcomed(reason);
                                      });
    mosquitto_disconnect_v5_callback_set(
        client_.get(), [](mosquitto*, void* self, int reason, const mosquitto_property*) {
          static_cast<MosquittoTransport*>(self)->lost(mqtt::as_said(mosquitto_strerror(reason)));
        });
    mosquitto_publish_v5_callback_set(client_.get(),
                                      [](mosquitto*, void* self, int, int, const mosquitto_property*) {
                                        auto& backlog = static_cast<MosquittoTransport*>(self)->backlog_;
                                        if (backlog > 0) --backlog;
                                      });
    mosquitto_message_v5_callback_set(
        client_.get(),
        [](mosquitto*, void* self, const mosquitto_message* message, const mosquitto_property*) {
          static_cast<MosquittoTransport*>(self)->received(*message);
        });
  }

  void connect(steady_clock::time_point now) {
    next_try_ = now + retry_;
    retry_ = std::min(retry_ * 2, kLastRetry);
    backlog_ = 0;
    const int code =
        mosquitto_connect_bind_v5(client_.get(), address_.host.c_str(), address_.port,
                                  static_cast<int>(options_.keep_alive.count()), nullptr, nullptr);
    if (code != MOSQ_ERR_SUCCESS) {
      inbox_.post_always(mqtt::Disconnected{
          code == MOSQ_ERR_ERRNO
              ? mqtt::Trouble{.kind = mqtt::Trouble::Kind::kUnreachable, .broker = options_.broker}
              : mqtt::as_said(mosquitto_strerror(code))});
      return;
    }
    socket_ = mosquitto_socket(client_.get());
    welcome_by_ = now + kWelcome;
    next_upkeep_ = now + kUpkeep;
    loop_.watch(socket_, [this] { read(); });
  }

  void read() {
    // The library takes one packet a call; what else has come need not wait for the loop.
    int left = 0;
    for (int i = 0; i < kMostAtOnce && socket_ >= 0; ++i) {
      mosquitto_loop_read(client_.get(), 1);
      if (socket_ < 0 || ioctl(socket_, FIONREAD, &left) != 0 || left == 0) break;
    }
    if (socket_ >= 0 && mosquitto_want_write(client_.get())) mosquitto_loop_write(client_.get(), 1);
  }

  /// For close(), when the loop runs no more.
  void exchange() {
    pollfd ready{socket_, POLLIN, 0};
    if (poll(&ready, 1, 10) > 0) read();
    if (socket_ >= 0) mosquitto_loop_write(client_.get(), 1);
  }

  void welcomed(int reason) {
    if (reason != 0) {
      refusal_ = mosquitto_reason_string(reason);
      return;
    }
    connected_ = true;
    retry_ = kFirstRetry;
    for (const auto& subscription : subscriptions_) send(subscription);
    inbox_.post_always(mqtt::Connected{});
  }

  void send(const mqtt::Subscription& subscription) {
    const int options = (subscription.retain_as_published ? MQTT_SUB_OPT_RETAIN_AS_PUBLISHED : 0) |
                        subscription.retain_handling << 4;
    mosquitto_subscribe_v5(client_.get(), nullptr, subscription.filter.c_str(), subscription.qos, options,
                           nullptr);
  }

  void received(const mosquitto_message& message) {
    mqtt::Received received{
        message.topic,
        {static_cast<const char*>(message.payload), static_cast<std::size_t>(message.payloadlen)},
        message.qos,
        message.retain};
    if (tap_.received) tap_.received(received);
    inbox_.post(std::move(received));
  }

  void lost(mqtt::Trouble trouble) {
    if (socket_ < 0) return;
    drop_socket();
    const auto refusal = std::exchange(refusal_, std::nullopt);
    inbox_.post_always(mqtt::Disconnected{
        refusal
            ? mqtt::Trouble{mqtt::Trouble::Kind::kRefused, options_.broker, options_.client.text(), *refusal}
            : std::move(trouble)});
  }

  void drop_socket() {
    connected_ = false;
    if (socket_ < 0) return;
    loop_.unwatch(std::exchange(socket_, -1));
  }

  mqtt::Options options_;
  mqtt::BrokerAddress address_;
  EventLoop& loop_;
  mqtt::Inbox& inbox_;
  Tap tap_;
  std::unique_ptr<mosquitto, Free> client_;
  std::vector<mqtt::Subscription> subscriptions_;
  bool wanted_ = false;
  bool connected_ = false;
  int socket_ = -1;
  std::size_t backlog_ = 0;
  Millis retry_ = kFirstRetry;
  std::optional<std::string> refusal_;
  steady_clock::time_point next_try_{};
  steady_clock::time_point welcome_by_{};
  steady_clock::time_point next_upkeep_{};
};

}  // namespace

std::unique_ptr<mqtt::Transport> make_mosquitto_transport(mqtt::Options options, EventLoop& loop,
                                                          mqtt::Inbox& inbox, Tap tap) {
  return std::make_unique<MosquittoTransport>(std::move(options), loop, inbox, std::move(tap));
}

}  // namespace panggil::simulate
