#include "counter-client/post.hpp"

#include <utility>

#include "common/base/log.hpp"
#include "common/session/received.hpp"

namespace panggil::counter {
namespace {

Desk desk(const Settings& settings) {
  return {settings.counter, settings.screen_language, settings.officers, settings.pause_reasons,
          settings.ask_officer};
}

/// Hands over what can be read; what cannot is logged and left alone.
struct Intake {
  Model& model;
  const mqtt::Received& received;
  MonoTime now;

  void operator()(const protocol::BeatTopic&) const { session::hand_over<protocol::Beat>(received, model); }
  void operator()(const protocol::OfficeTopic&) const {
    if (!received.payload.empty()) session::hand_over<protocol::Office>(received, model);
  }
  void operator()(const protocol::QueueTopic&) const {
    if (!received.payload.empty()) session::hand_over<protocol::Queue>(received, model);
  }
  void operator()(const protocol::CounterTopic& topic) const {
    if (received.payload.empty()) {
      if (topic.counter == model.truth().id()) model.counter_gone();
      return;
    }
    // What was on its way when the others were let go.
    if (topic.counter != model.truth().id() && !model.looks_at_counters()) return;
    if (const auto counter = session::decoded<protocol::Counter>(received)) model.take(*counter, now);
  }
  void operator()(const protocol::EventTopic&) const {
    if (!received.retained && !received.payload.empty()) session::hand_over<protocol::Event>(received, model);
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

Post::Post(const Settings& settings, EventLoop& loop, const Clock& clock)
    : clock_(clock),
      counter_(settings.counter),
      model_(desk(settings)),
      resident_({"panggil-counter", settings.machine, settings.name, true}, loop, clock) {
  resident_.begin([this](session::Session& session) { join(session); });
  look_at_link();
}

void Post::join(session::Session& session) {
  session.on_message([this](const auto& topic, const auto& received) { take(topic, received); });
  session.on_forget([this] { model_.forget(); });
  session.on_settled([this](const session::Settled& settled) {
    model_.settled(settled, clock_.mono());
    if (on_settled_) on_settled_(settled);
  });
  const auto& topics = session.topics();
  for (const auto& topic :
       {topics.office(), topics.counter(counter_), topics.every_queue(), topics.every_event()})
    session.follow({.filter = topic});
}

void Post::take(const protocol::Topic& topic, const mqtt::Received& received) {
  // Before what comes with it: the first message after a silence must not meet a model that is still offline.
  look_at_link();
  std::visit(Intake{model_, received, clock_.mono()}, topic);
}

void Post::look_at_link() {
  model_.link(resident_.link_state(), resident_.hopeful());
  model_.choose_office(resident_.offices_to_choose_from());
}

void Post::look_at_counters() {
  auto* session = resident_.session();
  if (session == nullptr || model_.looks_at_counters() == looks_at_counters_) return;
  looks_at_counters_ = !looks_at_counters_;
  const auto filter = session->topics().every_counter();
  if (looks_at_counters_) return session->follow({.filter = filter});
  session->unfollow(filter);
  model_.forget_counters();
}

void Post::press(Key key, bool by_click) {
  look_at_link();
  ask(model_.press(key, by_click, clock_.mono()));
  look_at_counters();
}

void Post::press(Key key, const Order& order) {
  look_at_link();
  ask(model_.press(key, order, clock_.mono()));
}

void Post::ask(std::optional<Wish> wish) {
  if (!wish) return;
  log::debug("asking for {}", wish->action);
  // There is one where the model has something to ask: it does not before the link is up.
  resident_.session()->ask(wish->action, std::move(wish->command));
}

std::optional<Deadline> Post::turn() {
  const auto next = resident_.turn();
  look_at_link();
  look_at_counters();
  return next;
}

void Post::close() {
  resident_.close();
}

}  // namespace panggil::counter
