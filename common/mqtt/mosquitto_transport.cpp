#include "common/mqtt/mosquitto_transport.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/log.hpp"
#include "common/mqtt/backoff.hpp"
#include "common/mqtt/broker_address.hpp"
#include "common/mqtt/link.hpp"
#include "common/mqtt/lookup.hpp"
#include "common/mqtt/lull.hpp"
#include "common/mqtt/mosquitto_client.hpp"
#include "common/mqtt/outflow.hpp"
#include "common/mqtt/readiness.hpp"
#include "common/mqtt/tls_files.hpp"

namespace panggil::mqtt {
namespace {

using Clock = std::chrono::steady_clock;
using Phase = Link::Phase;

constexpr std::size_t kRoom = 20'000;
constexpr std::size_t kMostUnderWay = 64;
constexpr std::chrono::seconds kLongEnough{2};  // a connection shorter than this does not reset the back-off
constexpr std::chrono::seconds kOneTry{3};      // until the broker's word that it takes us
constexpr std::chrono::milliseconds kGoodbye{300};
/// In its time: the broker waits for half as long again, no longer. And more rarely than two beats come.
constexpr int kLooksAtKeepAlive = 3;

class MosquittoTransport final : public Transport {
 public:
  MosquittoTransport(Options options, Inbox& inbox, Tap tap);

  void start() override;
  void subscribe(const Subscription& subscription) override;
  void unsubscribe(const std::string& filter) override;
  void publish(Message message) override;
  std::size_t backlog() const override { return outflow_.backlog(); }
  std::size_t dropped() const override { return outflow_.dropped(); }
  bool connected() const override { return link_.phase() == Phase::kUp; }
  void close(std::chrono::milliseconds patience) override;
  void pump() override;
  std::optional<Clock::time_point> next_pump() const override;
  int fd() const override { return readiness_.fd(); }

 private:
  MosquittoClient::Handlers handlers();
  void attempt();
  void look_up();
  void connect(const std::vector<std::string>& addresses);
  void exchange();
  void settle();
  void on_up();
  void on_down();
  void flush();
  void take(Received message);
  void hand_over_kept();
  void watch_socket();
  void set_low_water();
  void wait(Clock::time_point until) const;

  const Options options_;
  const BrokerAddress address_;
  const Tap tap_;
  Inbox& inbox_;
  Link link_;
  Phase seen_ = Phase::kDown;  // of link_, at the last settle()
  std::uintptr_t attempt_ = 0;
  std::optional<Clock::time_point> up_since_;
  std::optional<Clock::time_point> retry_at_;    // while down
  std::optional<Clock::time_point> give_up_at_;  // while connecting
  Clock::time_point upkeep_at_{};
  Backoff backoff_;
  std::vector<Subscription> subscriptions_;
  Outflow outflow_{kRoom};
  Readiness readiness_;
  std::optional<Lookup> lookup_;
  std::size_t address_at_ = 0;  // of the name's addresses
  std::optional<MosquittoClient> client_;
  std::optional<Lull> lull_;
  std::size_t low_water_ = 1;                // as the socket has it
  std::pair<int, bool> watched_{-1, false};  // the socket, and whether to be written
};

MosquittoTransport::MosquittoTransport(Options options, Inbox& inbox, Tap tap)
    : options_(std::move(options)),
      address_(parse_broker_address(options_.broker)),
      tap_(std::move(tap)),
      inbox_(inbox),
      link_(inbox) {
  check_tls_files(options_.tls);
}

MosquittoClient::Handlers MosquittoTransport::handlers() {
  const auto attempt = attempt_;
  return {.welcomed = [this, attempt](std::size_t most) { link_.came_up(attempt, most); },
          .ended = [this, attempt](const Trouble& trouble) { link_.went_down(attempt, trouble); },
          .settled = [this, attempt] { outflow_.settled(attempt); },
          .received = [this](Received message) { take(std::move(message)); },
          .complain = [this](std::string what) { link_.complain(std::move(what)); }};
}

void MosquittoTransport::start() {
  retry_at_ = Clock::now();
  pump();
}

void MosquittoTransport::pump() {
  look_up();
  exchange();
  settle();
  flush();
  if (give_up_at_ && *give_up_at_ <= Clock::now()) {
    const auto kind = client_ ? Trouble::Kind::kSilent : Trouble::Kind::kUnreachable;
    link_.went_down(attempt_, {.kind = kind, .broker = options_.broker});
    settle();
  }
  if (retry_at_ && *retry_at_ <= Clock::now()) attempt();
  watch_socket();
  for (const auto& complaint : link_.take_complaints()) log::warn("mqtt: {}", complaint);
}

void MosquittoTransport::attempt() {
  retry_at_.reset();
  attempt_ = link_.begin_attempt();
  seen_ = Phase::kConnecting;
  give_up_at_ = Clock::now() + kOneTry;
  if (!lookup_) lookup_.emplace(address_.host);
  readiness_.watch(lookup_->fd());
  look_up();
}

/// One that takes longer than a try is waited for by the tries that follow.
void MosquittoTransport::look_up() {
  const auto found = lookup_ && seen_ == Phase::kConnecting ? lookup_->found() : std::nullopt;
  if (!found) return;
  readiness_.unwatch(lookup_->fd());
  lookup_.reset();
  if (!found->empty()) return connect(*found);
  link_.went_down(attempt_, {.kind = Trouble::Kind::kUnreachable, .broker = options_.broker});
  settle();
}

/// Of several addresses one is tried after the other, until there is a connection: not each need be one at
/// which the broker listens.
void MosquittoTransport::connect(const std::vector<std::string>& addresses) {
  if (options_.unhurried) lull_.emplace(*options_.unhurried, address_.tls);
  low_water_ = 1;
  upkeep_at_ = Clock::now() + std::chrono::milliseconds(options_.keep_alive) / kLooksAtKeepAlive;
  try {
    client_.emplace(options_, address_, handlers());
    client_->connect(addresses[address_at_ % addresses.size()]);
  } catch (const std::runtime_error& error) {
    link_.went_down(attempt_, as_said(error.what()));
  }
  settle();
}

void MosquittoTransport::exchange() {
  if (!client_) return;
  if (lull_) lull_->look(Clock::now());
  set_low_water();
  const auto bytes = client_->read();
  if (lull_) lull_->looked(bytes, Clock::now());
  hand_over_kept();
  client_->write();
  client_->upkeep();
  upkeep_at_ = Clock::now() + std::chrono::milliseconds(options_.keep_alive) / kLooksAtKeepAlive;
}

void MosquittoTransport::take(Received message) {
  if (tap_.received) tap_.received(message);
  if (lull_ && lull_->keeps(message)) return;
  hand_over_kept();
  inbox_.post(std::move(message));
}

void MosquittoTransport::hand_over_kept() {
  auto kept = lull_ ? lull_->take() : std::nullopt;
  if (kept) inbox_.post(std::move(*kept));
}

/// Whatever answers us is small, and must not wait.
void MosquittoTransport::set_low_water() {
  if (!client_ || client_->socket() < 0) return;
  const bool hurried =
      !lull_ || seen_ != Phase::kUp || outflow_.backlog() > 0 || client_->awaits_subscriptions();
  const std::size_t wanted = hurried ? 1 : lull_->low_water();
  if (wanted == low_water_) return;
  low_water_ = wanted;
  const int bytes = static_cast<int>(wanted);
  setsockopt(client_->socket(), SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}

void MosquittoTransport::settle() {
  const auto phase = link_.phase();
  if (phase == seen_) return;
  seen_ = phase;
  give_up_at_.reset();
  if (phase == Phase::kUp)
    on_up();
  else
    on_down();
}

void MosquittoTransport::on_up() {
  up_since_ = Clock::now();
  outflow_.open(attempt_, std::clamp<std::size_t>(link_.receive_maximum(), 1, kMostUnderWay));
  for (const auto& subscription : subscriptions_) client_->subscribe(subscription);
}

void MosquittoTransport::on_down() {
  outflow_.shut();
  client_.reset();
  watched_ = {-1, false};
  if (!up_since_) ++address_at_;
  if (lookup_) readiness_.unwatch(lookup_->fd());
  if (up_since_ && Clock::now() - *up_since_ >= kLongEnough) backoff_.reset();
  up_since_.reset();
  retry_at_ = Clock::now() + backoff_.next();
}

void MosquittoTransport::subscribe(const Subscription& subscription) {
  settle();
  std::erase_if(subscriptions_,
                [&](const Subscription& known) { return known.filter == subscription.filter; });
  subscriptions_.push_back(subscription);
  if (seen_ != Phase::kUp) return;
  client_->subscribe(subscription);
  watch_socket();
}

void MosquittoTransport::unsubscribe(const std::string& filter) {
  settle();
  std::erase_if(subscriptions_, [&](const Subscription& known) { return known.filter == filter; });
  if (seen_ != Phase::kUp) return;
  client_->unsubscribe(filter);
  watch_socket();
}

void MosquittoTransport::publish(Message message) {
  settle();
  if (seen_ != Phase::kUp) return;
  outflow_.push(std::move(message));
  flush();
  watch_socket();
}

void MosquittoTransport::flush() {
  if (seen_ != Phase::kUp) return;
  outflow_.advance(attempt_, kMostUnderWay, [&](const Message& message) {
    if (tap_.sent) tap_.sent(message);
    return client_->publish(message);
  });
}

/// After whatever may have changed what there is to wait for.
void MosquittoTransport::watch_socket() {
  if (!client_ || client_->socket() < 0) return;
  const std::pair wanted(client_->socket(), client_->wants_to_write());
  if (std::exchange(watched_, wanted) != wanted) readiness_.watch(wanted.first, wanted.second);
  set_low_water();
}

std::optional<Clock::time_point> MosquittoTransport::next_pump() const {
  auto next = retry_at_ ? retry_at_ : give_up_at_;
  const auto sooner = [&next](Clock::time_point other) { next = std::min(next.value_or(other), other); };
  if (client_) sooner(upkeep_at_);
  if (low_water_ > 1 && lull_ && lull_->until()) sooner(*lull_->until());
  return next;
}

void MosquittoTransport::wait(Clock::time_point until) const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
  pollfd ready{fd(), POLLIN, 0};
  poll(&ready, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
}

void MosquittoTransport::close(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  for (pump(); connected() && backlog() > 0 && Clock::now() < until; pump()) wait(until);
  retry_at_.reset();
  give_up_at_.reset();
  lookup_.reset();
  if (!client_) return;
  attempt_ = link_.begin_attempt();  // what is said from now on belongs to no connection
  seen_ = Phase::kDown;
  outflow_.shut();
  client_->disconnect();
  const auto gone_by = Clock::now() + kGoodbye;
  while (client_->wants_to_write() && Clock::now() < gone_by) {
    watch_socket();
    wait(gone_by);
    client_->write();
  }
  client_.reset();
}

}  // namespace

std::unique_ptr<Transport> make_mosquitto_transport(Options options, Inbox& inbox, Tap tap) {
  return std::make_unique<MosquittoTransport>(std::move(options), inbox, std::move(tap));
}

}  // namespace panggil::mqtt
