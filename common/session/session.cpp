#include "common/session/session.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/random_text.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::session {
namespace {
constexpr std::size_t kMostATurn = 256;
constexpr Seconds kCommandExpiry{5};

std::optional<Deadline> sooner(std::optional<Deadline> one, std::optional<Deadline> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}
}  // namespace

Connection::Connection(mqtt::Options options, const Maker& make)
    : transport(make(std::move(options), inbox)) {}

void Connection::watch(EventLoop& loop, const std::function<void()>& ready) {
  loop.watch(inbox.fd(), ready);
  if (transport->fd() >= 0) loop.watch(transport->fd(), ready);
}

void Connection::unwatch(EventLoop& loop) const {
  loop.unwatch(inbox.fd());
  loop.unwatch(transport->fd());
}

Session::Session(Connection& connection, EventLoop& loop, const Clock& clock, SiteId site, ClientId name)
    : connection_(connection),
      loop_(loop),
      clock_(clock),
      site_(std::move(site)),
      topics_(site_),
      name_(std::move(name)) {
  // The loop has only to wake up; turn() takes what there is.
  connection_.watch(loop_, [] {});
  // The answer's topic first: whoever hears a beat can be sure to hear an answer.
  for (const auto& topic : {topics_.reply(name_), topics_.status(), topics_.beat()}) {
    connection_.transport->subscribe({.filter = topic});
  }
  if (connection_.transport->connected()) {
    take(mqtt::Connected{});
  } else {
    connection_.transport->start();
  }
}

Session::~Session() {
  connection_.unwatch(loop_);
}

void Session::announce(Presence presence) {
  presence_ = std::move(presence);
  log_.emplace(site_);
  connection_.transport->subscribe({.filter = topics_.device_state(name_)});
  if (connection_.transport->connected()) connection_.transport->publish(online(*presence_));
}

void Session::follow(mqtt::Subscription subscription) {
  connection_.transport->subscribe(subscription);
  followed_.push_back(std::move(subscription));
}

void Session::unfollow(const std::string& filter) {
  std::erase_if(followed_, [&](const auto& subscription) { return subscription.filter == filter; });
  connection_.transport->unsubscribe(filter);
}

void Session::refresh() {
  for (const auto& subscription : followed_) {
    connection_.transport->unsubscribe(subscription.filter);
    connection_.transport->subscribe(subscription);
  }
}

bool Session::ask(std::string_view action, protocol::Command command) {
  if (asks_.under_way(action)) return false;
  const MonoTime now = clock_.mono();
  if (command.id.empty()) command.id = random_text(20);
  const auto lease = link_.lease(now);
  if (!command.lease) command.lease = lease;
  if (!lease) {
    if (on_settled_) on_settled_({command.id, std::string(action), NotSent{link_.state(now)}});
    return true;
  }
  asks_.ask(std::string(action), std::move(command), now);
  send_what_is_due();
  return true;
}

void Session::report(const protocol::Health& health) {
  connection_.transport->publish({.topic = topics_.device_health(name_),
                                  .payload = protocol::encode(health),
                                  .qos = 0,
                                  .retain = false,
                                  .expiry = {}});
}

void Session::send_what_is_due() {
  for (const auto& sending : asks_.due(clock_.mono())) {
    connection_.transport->publish({.topic = topics_.command(name_, sending.action),
                                    .payload = protocol::encode(sending.command),
                                    .qos = 1,
                                    .retain = false,
                                    .expiry = kCommandExpiry});
  }
}

void Session::take(const mqtt::Connected&) {
  link_.broker_connected();
  if (log_) log_->broker_connected(clock_.mono());
  if (presence_) connection_.transport->publish(online(*presence_));
}

void Session::take(const mqtt::Disconnected& lost) {
  link_.broker_lost(lost.trouble);
  if (log_) log_->broker_lost(lost.trouble);
}

void Session::take(const mqtt::Received& received) {
  const auto topic = protocol::parse_topic(topics_, received.topic);
  if (!topic) return;
  if (std::holds_alternative<protocol::ReplyTopic>(*topic)) return take_answer(received);
  if (std::holds_alternative<protocol::BeatTopic>(*topic)) {
    // One that somebody had the broker keep would make a dead dispatcher look alive.
    if (received.retained) return;
    take_beat(received);
  }
  if (std::holds_alternative<protocol::StatusTopic>(*topic)) take_status(received);
  if (std::holds_alternative<protocol::DeviceStateTopic>(*topic)) take_own_state(received);
  if (on_message_) on_message_(*topic, received);
}

void Session::take_answer(const mqtt::Received& received) {
  const auto answer = protocol::decode<protocol::Answer>(received.payload);
  if (!answer) return log::warn("an answer that cannot be read: {}", answer.error().what);
  const auto settled = asks_.answered(*answer, received.payload);
  if (settled && on_settled_) on_settled_(*settled);
}

void Session::take_beat(const mqtt::Received& received) {
  const auto beat = protocol::decode<protocol::Beat>(received.payload);
  if (!beat) return log::warn("a beat that cannot be read: {}", beat.error().what);
  const auto ago = std::chrono::steady_clock::now() - received.at;
  if (link_.beat(*beat, clock_.mono() - std::chrono::floor<Millis>(ago))) forget();
}

void Session::take_status(const mqtt::Received& received) {
  if (received.payload.empty()) return;
  const auto status = protocol::decode<protocol::Status>(received.payload);
  if (!status) return log::warn("a status that cannot be read: {}", status.error().what);
  if (link_.status(*status)) forget();
}

/// Another window of the same counter has gone, or the will of an earlier run comes late.
void Session::take_own_state(const mqtt::Received& received) {
  const auto state = protocol::decode<protocol::DeviceState>(received.payload);
  if (received.retained || !presence_ || !state || state->state != "offline") return;
  // With the boot that our will bears as well: it must count when it comes.
  connection_.transport->publish(online(*presence_));
}

void Session::forget() {
  if (on_forget_) on_forget_();
  refresh();
}

void Session::tell_link() {
  const LinkState state = link_state();
  if (log_) log_->look(state, clock_.mono());
  if (state == told_) return;
  told_ = state;
  if (state == LinkState::kUp) asks_.ask_again();
  if (on_link_) on_link_();
}

std::optional<Deadline> Session::turn() {
  connection_.transport->pump();
  for (const auto& incoming : connection_.inbox.take(kMostATurn)) {
    std::visit([this](const auto& one) { take(one); }, incoming);
  }
  tell_link();
  send_what_is_due();
  for (const auto& settled : asks_.given_up(clock_.mono())) {
    if (on_settled_) on_settled_(settled);
  }
  return next();
}

std::optional<Deadline> Session::next() const {
  auto soonest = sooner(asks_.next(), link_.changes_at(clock_.mono()));
  if (log_) soonest = sooner(soonest, log_->next());
  return sooner(soonest, connection_.transport->next_pump());
}

void Session::close(Millis patience) {
  if (presence_) connection_.transport->publish(offline(*presence_));
  connection_.transport->close(patience);
}

}  // namespace panggil::session
