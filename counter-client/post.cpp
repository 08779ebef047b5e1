#include "counter-client/post.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/version.hpp"
#include "common/protocol/codec.hpp"
#include "common/session/one_shot.hpp"

namespace panggil::counter {
namespace {

constexpr Millis kPatienceAtTheEnd{1000};

session::Presence presence_of(const Settings& settings, const SiteId& site, const Clock& clock) {
  return {site, settings.name, "panggil-counter", std::string(kVersion), clock.wall()};
}

mqtt::Options options(const Settings& settings, const session::Presence& presence) {
  // Two windows at one counter are two clients; on a broker that takes the user name for the client id each
  // needs a name of its own.
  auto options = session::beside_a_window(settings::connection(settings.machine, settings.name));
  options.will = session::offline(presence);
  return options;
}

Desk desk(const Settings& settings) {
  return {settings.counter, settings.screen_language, settings.officers, settings.pause_reasons};
}

/// Hands over what can be read; what cannot is logged and left alone.
struct Intake {
  Model& model;
  const mqtt::Received& received;

  void operator()(const protocol::BeatTopic&) const {
    // One that somebody had the broker keep would make a dead dispatcher look alive.
    if (!received.retained) hand_over<protocol::Beat>();
  }
  void operator()(const protocol::OfficeTopic&) const {
    if (!received.payload.empty()) hand_over<protocol::Office>();
  }
  void operator()(const protocol::QueueTopic&) const {
    if (!received.payload.empty()) hand_over<protocol::Queue>();
  }
  void operator()(const protocol::CounterTopic&) const {
    if (received.payload.empty()) return model.counter_gone();
    hand_over<protocol::Counter>();
  }
  void operator()(const protocol::EventTopic&) const {
    if (!received.retained && !received.payload.empty()) hand_over<protocol::Event>();
  }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  template <class Message>
  void hand_over() const {
    const auto message = protocol::decode<Message>(received.payload);
    if (!message) return log::warn("{}: cannot be read: {}", received.topic, message.error().what);
    model.take(*message);
  }
};

}  // namespace

Post::Post(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock)
    : clock_(clock),
      presence_(presence_of(settings, site, clock)),
      connection_(options(settings, presence_)),
      session_(connection_, loop, clock, site, settings.name),
      model_(desk(settings)),
      started_(clock.mono()) {
  session_.announce(presence_);
  session_.on_message([this](const auto& topic, const auto& received) { take(topic, received); });
  session_.on_forget([this] { model_.forget(); });
  session_.on_settled([this](const session::Settled& settled) {
    model_.settled(settled, clock_.mono());
    if (on_settled_) on_settled_(settled);
  });
  const auto& topics = session_.topics();
  for (const auto& topic :
       {topics.office(), topics.counter(settings.counter), topics.every_queue(), topics.every_event()})
    session_.follow({.filter = topic});
  look_at_link();
}

void Post::take(const protocol::Topic& topic, const mqtt::Received& received) {
  // Before what comes with it: the first message after a silence must not meet a model that is still offline.
  look_at_link();
  std::visit(Intake{model_, received}, topic);
}

bool Post::hopeful() const {
  return !was_up_ && session_.link().trouble().empty() && clock_.mono() - started_ < session::Link::kSilence;
}

void Post::look_at_link() {
  const auto state = session_.link_state();
  was_up_ = was_up_ || state == session::LinkState::kUp;
  model_.link(state, hopeful());
}

void Post::press(Key key, bool by_click) {
  look_at_link();
  ask(model_.press(key, by_click, clock_.mono()));
}

void Post::press(Key key, const Order& order) {
  look_at_link();
  ask(model_.press(key, order, clock_.mono()));
}

void Post::ask(std::optional<Wish> wish) {
  if (!wish) return;
  log::debug("asking for {}", wish->action);
  session_.ask(wish->action, std::move(wish->command));
}

std::optional<Deadline> Post::turn() {
  auto next = session_.turn();
  look_at_link();
  const Deadline end_of_hope = started_ + session::Link::kSilence;
  if (hopeful()) next = next ? std::min(*next, end_of_hope) : end_of_hope;
  return next;
}

void Post::close() {
  session_.close(kPatienceAtTheEnd);
}

}  // namespace panggil::counter
