// The faults of Paho C 1.3.12 and C++ 1.2.0 that are gone round here; docs/adr/0003 tells how each was
// measured.
// 1. Nagle's algorithm is left on: on_connected() sets the socket's options, at every connection
// 2. copies of connect_options lose properties: attempt() hands over a live lvalue
// 3. automatic reconnect wipes what is in flight: off; attempt() is ours, and all is published anew
// 4. a window above the broker's receive maximum stalls for seconds: settle() sets ours below it
// 5. max_buffered_messages limits even when connected: far above our window
// 6. the receiving thread naps 100 ms after an idle second: the owner subscribes to the beat
// 7. all clients of a process share one lock: one client at a time
// 8. what it has queued when a connection breaks goes out with the next: our own queue, a new client for each
// 9. setting a callback can deadlock once connected, and an exception out of one ends the process: all are
// set before connect(), and guarded
// 10. a wait in a callback never ends: callbacks copy, post and return (that of an acknowledgement also hands
// over what waits: it has the one lock, see kOwnInFlight)
// 11. the connect time-out is looked at every third second only: give_up_at_ is ours
#include "common/mqtt/paho_transport.hpp"

#include <mqtt/async_client.h>

#include <algorithm>
#include <thread>

#include <utility>

#include "common/base/log.hpp"
#include "common/mqtt/backoff.hpp"
#include "common/mqtt/broker_address.hpp"
#include "common/mqtt/broker_socket.hpp"
#include "common/mqtt/link.hpp"
#include "common/mqtt/outflow.hpp"
#include "common/mqtt/paho_callbacks.hpp"
#include "common/mqtt/paho_options.hpp"
#include "common/mqtt/tls_files.hpp"

namespace panggil::mqtt {
namespace {

namespace paho = ::mqtt;
using Clock = std::chrono::steady_clock;
using Phase = Link::Phase;

constexpr std::size_t kOutboxCapacity = 20'000;
constexpr std::size_t kMostInFlight = 64;  // more gains nothing, and Paho searches its lists for each message
/// With so many under way the owner leaves the rest to the thread that hears of their end: it has Paho's lock
/// already, for which the owner would wait once a message, and fall asleep over it.
constexpr std::size_t kOwnInFlight = 1;
constexpr std::chrono::seconds kStood{2};     // a connection shorter than this does not reset the back-off
constexpr std::chrono::seconds kPatience{3};  // with one try to connect
constexpr std::chrono::milliseconds kFarewell{300};

class PahoTransport final : public Transport {
 public:
  PahoTransport(Options options, Inbox& inbox);

  void start() override;
  void subscribe(const Subscription& subscription) override;
  void unsubscribe(const std::string& filter) override;
  void publish(Message message) override;
  std::size_t backlog() const override { return outflow_.backlog(); }
  std::size_t dropped() const override { return outflow_.dropped(); }
  bool connected() const override { return link_.phase() == Phase::kUp; }
  void close(std::chrono::milliseconds patience) override;
  void pump() override;
  std::optional<Clock::time_point> next_pump() const override { return retry_at_ ? retry_at_ : give_up_at_; }

 private:
  // Paho's threads
  void on_connected(const paho::token& token);
  void on_acknowledged(const paho::token& token);
  void on_gone(const paho::token& token);
  void on_refused(const paho::token& token);
  // any
  bool send(paho::iasync_client& client, std::uintptr_t attempt, Message message);
  // the owner's
  void attempt();
  void give_up();
  void settle();
  void on_up();
  void on_down();
  void flush();
  void send_subscription(const Subscription& subscription);
  template <class Call>
  bool tried(const std::string& topic, Call call);

  const Options options_;
  const BrokerAddress address_;
  Link link_;
  Phase seen_ = Phase::kDown;  // of link_, at the last settle()
  std::uintptr_t attempt_ = 0;
  std::optional<Clock::time_point> up_since_;
  std::optional<Clock::time_point> retry_at_;    // while down
  std::optional<Clock::time_point> give_up_at_;  // while connecting
  Backoff backoff_;
  std::vector<Subscription> subscriptions_;
  Outflow outflow_{kOutboxCapacity};
  Listener connecting_;
  Listener delivering_;
  Listener departing_;
  Listener subscribing_;
  Forms forms_;
  std::unique_ptr<paho::async_client> client_;  // last, so that its threads are gone before what they call
};

PahoTransport::PahoTransport(Options options, Inbox& inbox)
    : options_(std::move(options)),
      address_(parse_broker_address(options_.broker)),
      link_(inbox),
      connecting_([this](const paho::token& token) { on_connected(token); },
                  [this](const paho::token& token) {
                    link_.went_down(attempt_of(token), connect_failure(options_, token));
                  }),
      delivering_([this](const paho::token& token) { on_acknowledged(token); },
                  [this](const paho::token& token) { on_refused(token); }),
      departing_([this](const paho::token& token) { on_gone(token); },
                 [this](const paho::token& token) { on_gone(token); }),
      subscribing_([](const paho::token&) {}, [this](const paho::token& token) { on_refused(token); }) {
  check_tls_files(options_.tls);
}

void PahoTransport::on_connected(const paho::token& token) {
  if (set_broker_socket_options(address_.port) == 0)
    link_.complain(
        "the socket to the broker is not in /proc/self/fd; answers will be slow and losses noticed late");
  link_.came_up(attempt_of(token), receive_maximum(token));
}

void PahoTransport::on_acknowledged(const paho::token& token) {
  const auto attempt = attempt_of(token);
  outflow_.settled(attempt);
  const bool others_wait = outflow_.advance(attempt, kMostInFlight, [&](Message message) {
    return send(*token.get_client(), attempt, std::move(message));
  });
  if (others_wait) link_.wake();
}

/// Of a message of QoS 0, or without a connection. Paho may hold its socket's lock here, before which it
/// takes the one that sending needs: nothing may be sent.
void PahoTransport::on_gone(const paho::token& token) {
  if (outflow_.settled(attempt_of(token))) link_.wake();
}

void PahoTransport::on_refused(const paho::token& token) {
  const auto topics = token.get_topics();
  const auto reason = refusal(token);
  if (reason && topics && !topics->empty())
    link_.complain("the broker refused " + (*topics)[0] + ": " + *reason);
  if (token.get_type() != paho::token::PUBLISH) return;
  if (reason)
    on_acknowledged(token);
  else
    on_gone(token);
}

void PahoTransport::start() {
  retry_at_ = Clock::now();
  pump();
}

void PahoTransport::pump() {
  settle();
  flush();
  if (give_up_at_ && *give_up_at_ <= Clock::now()) give_up();
  if (retry_at_ && *retry_at_ <= Clock::now()) attempt();
  for (const auto& complaint : link_.take_complaints()) log::warn("mqtt: {}", complaint);
}

void PahoTransport::attempt() {
  retry_at_.reset();
  attempt_ = link_.begin_attempt();
  seen_ = Phase::kConnecting;
  give_up_at_ = Clock::now() + kPatience;
  try {
    // Before the old one goes: with the last client Paho's threads end and are waited for.
    client_ = make_client(options_, link_, attempt_);
    // After there is a client: what is made before, Paho's accounting of memory does not know and never
    // frees.
    ConnectOptions connect(options_);
    client_->connect(connect.value, context_of(attempt_), connecting_);
  } catch (const std::exception& error) {
    link_.went_down(attempt_, as_said(error.what()));
  }
}

void PahoTransport::give_up() {
  link_.went_down(attempt_, {.kind = Trouble::Kind::kSilent, .broker = options_.broker});
  settle();
}

void PahoTransport::settle() {
  const auto phase = link_.phase();
  if (phase == seen_) return;
  seen_ = phase;
  give_up_at_.reset();
  if (phase == Phase::kUp)
    on_up();
  else
    on_down();
}

void PahoTransport::on_up() {
  up_since_ = Clock::now();
  outflow_.open(attempt_, std::clamp<std::size_t>(link_.receive_maximum() * 4 / 5, 1, kMostInFlight));
  for (const auto& subscription : subscriptions_) send_subscription(subscription);
}

void PahoTransport::on_down() {
  outflow_.shut();
  if (up_since_ && Clock::now() - *up_since_ >= kStood) backoff_.reset();
  up_since_.reset();
  retry_at_ = Clock::now() + backoff_.next();
}

void PahoTransport::subscribe(const Subscription& subscription) {
  settle();
  std::erase_if(subscriptions_,
                [&](const Subscription& known) { return known.filter == subscription.filter; });
  subscriptions_.push_back(subscription);
  if (seen_ == Phase::kUp) send_subscription(subscription);
}

void PahoTransport::send_subscription(const Subscription& subscription) {
  const paho::subscribe_options how(paho::subscribe_options::SUBSCRIBE_LOCAL,
                                    subscription.retain_as_published,
                                    paho::subscribe_options::RetainHandling(subscription.retain_handling));
  tried(subscription.filter, [&] {
    client_->subscribe(subscription.filter, subscription.qos, context_of(attempt_), subscribing_, how);
  });
}

void PahoTransport::unsubscribe(const std::string& filter) {
  settle();
  std::erase_if(subscriptions_, [&](const Subscription& known) { return known.filter == filter; });
  if (seen_ == Phase::kUp) tried(filter, [&] { client_->unsubscribe(filter, nullptr, subscribing_); });
}

void PahoTransport::publish(Message message) {
  settle();
  if (seen_ != Phase::kUp) return;
  outflow_.push(std::move(message));
  flush();
}

void PahoTransport::flush() {
  if (seen_ != Phase::kUp) return;
  outflow_.advance(attempt_, kOwnInFlight,
                   [&](Message message) { return send(*client_, attempt_, std::move(message)); });
}

bool PahoTransport::send(paho::iasync_client& client, std::uintptr_t attempt, Message message) {
  const auto topic = message.topic;
  auto& listener = message.qos == 0 ? departing_ : delivering_;
  return tried(topic,
               [&] { client.publish(forms_.fill(std::move(message)), context_of(attempt), listener); });
}

template <class Call>
bool PahoTransport::tried(const std::string& topic, Call call) {
  try {
    call();
    return true;
  } catch (const paho::exception& error) {
    // Without a connection the news of it is on its way, and is enough.
    if (error.get_return_code() != MQTTASYNC_DISCONNECTED)
      link_.complain("could not send " + topic + ": " + error.what());
    return false;
  } catch (const std::exception& error) {
    link_.complain("could not send " + topic + ": " + error.what());
    return false;
  }
}

void PahoTransport::close(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  for (pump(); connected() && backlog() > 0 && Clock::now() < until; pump())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  retry_at_.reset();
  give_up_at_.reset();
  if (!connected()) return;
  attempt_ = link_.begin_attempt();  // what is said from now on belongs to no connection
  seen_ = Phase::kDown;
  outflow_.shut();
  tried("farewell", [&] { client_->disconnect(0)->wait_for(kFarewell); });
}

}  // namespace

std::unique_ptr<Transport> make_paho_transport(Options options, Inbox& inbox) {
  return std::make_unique<PahoTransport>(std::move(options), inbox);
}

}  // namespace panggil::mqtt
