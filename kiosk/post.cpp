#include "kiosk/post.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/random_text.hpp"
#include "common/base/version.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::kiosk {
namespace {

constexpr Millis kPatienceAtTheEnd{1000};
constexpr std::size_t kIdLength = 20;

session::Presence presence_of(const Settings& settings, const SiteId& site, const Clock& clock) {
  return {site, settings.name, "panggil-kiosk", std::string(kVersion), clock.wall()};
}

mqtt::Options options(const Settings& settings, const session::Presence& presence) {
  auto options = settings::connection(settings.machine, settings.name);
  options.will = session::offline(presence);
  return options;
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
  void operator()(const protocol::QueueTopic& queue) const {
    if (received.payload.empty()) return model.queue_gone(queue.service.text());
    hand_over<protocol::Queue>();
  }
  void operator()(const protocol::BoardTopic& board) const {
    if (received.payload.empty()) return model.board_gone(board.area.text());
    hand_over<protocol::Board>();
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
      model_(settings.place),
      touch_file_(settings.state),
      vital_signs_(clock.mono()),
      started_(clock.mono()) {
  session_.announce(presence_);
  session_.on_message([this](const auto& topic, const auto& received) { take(topic, received); });
  session_.on_forget([this] { model_.forget(); });
  session_.on_settled([this](const session::Settled& end) { settled(end); });
  const auto& topics = session_.topics();
  for (const auto& topic : {topics.office(), topics.every_queue(), topics.every_board()})
    session_.follow({.filter = topic});
  if (settings.printer) {
    press_.emplace(settings.printer->press);
    printer_ = std::make_unique<Printer>(make_port(settings.printer->way));
    loop.watch(printer_->fd(), [this] { look_at_printer(); });
    model_.printer(PrinterState::kReady);
  }
  take_up_unfinished_touch();
  look_at_link();
}

void Post::take_up_unfinished_touch() {
  const auto touch = touch_file_.read();
  if (!touch) return;
  const auto ago = std::max(clock_.wall() - touch->at, Millis(0));
  log::warn("a touch of {} s ago was under way when the last run ended; asking what came of it",
            ago / Seconds(1));
  model_.resume(touch->command, ago, clock_.mono());
  to_ask_ = touch->command;
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

void Post::look_at_printer() {
  for (const auto& news : printer_->take_news()) {
    if (news.printed) model_.printed(*news.printed, clock_.mono());
    if (news.printed && !*news.printed)
      log::error("a ticket was not printed; its number stands on the screen");
    if (!news.state) continue;
    model_.printer(*news.state);
    vital_signs_.printer(*news.state);
    log::info("printer: {}", to_text(*news.state));
  }
}

void Post::touch(const Touch& touch) {
  look_at_link();
  if (auto command = model_.touch(touch, clock_.mono())) to_ask_ = std::move(command);
}

void Post::ask_what_is_due() {
  if (!to_ask_) return;
  const bool is_new = to_ask_->id.empty();
  if (!is_new && session_.link_state() != session::LinkState::kUp) return;
  auto command = *std::exchange(to_ask_, std::nullopt);
  asked_ = clock_.mono();
  if (is_new) {
    command.id = random_text(kIdLength);
    command.lease = session_.link().lease(asked_);
    if (command.lease) touch_file_.keep({command, clock_.wall()});
  }
  session_.ask("issue", std::move(command));
}

void Post::ask_again_if_unsure() {
  if (!model_.unsure() || to_ask_ || clock_.mono() - asked_ < kAskAgainEvery) return;
  asked_ = clock_.mono();
  session_.ask_again();
}

void Post::settled(const session::Settled& settled) {
  if (!std::holds_alternative<session::Unknown>(settled.outcome)) touch_file_.clear();
  const bool was_unsure = model_.unsure();
  to_print_ = model_.settled(settled, clock_.mono());
  if (std::holds_alternative<session::Unknown>(settled.outcome))
    log::warn("no answer to a touch; asking on until it is known");
  else if (was_unsure)
    log::info("what came of the touch is known: {}",
              std::holds_alternative<session::Done>(settled.outcome) ? "a ticket" : "nothing");
}

void Post::print_what_is_due() {
  if (to_print_ && printer_) printer_->print(press_->data_of(*to_print_));
  to_print_.reset();
}

void Post::publish_health() {
  const bool was_connected = std::exchange(connected_, connection_.transport->connected());
  if (connected_ && !was_connected) vital_signs_.report_anew(clock_.mono());
  const auto health = vital_signs_.turn(clock_.mono());
  if (!health) return;
  connection_.transport->publish({.topic = session_.topics().device_health(session_.name()),
                                  .payload = protocol::encode(*health),
                                  .qos = 0,
                                  .retain = false,
                                  .expiry = {}});
}

std::optional<Deadline> Post::turn() {
  const bool was_under_way = model_.under_way();
  ask_what_is_due();
  auto next = session_.turn();
  look_at_link();
  ask_again_if_unsure();
  model_.advance(clock_.mono());
  // Given up for good: nobody waits for it any more.
  if (was_under_way && !model_.under_way()) touch_file_.clear();
  publish_health();
  const auto sooner = [&next](std::optional<Deadline> other) {
    if (other) next = next ? std::min(*next, *other) : *other;
  };
  sooner(model_.deadline());
  sooner(vital_signs_.deadline());
  if (model_.unsure() && !to_ask_) sooner(asked_ + kAskAgainEvery);
  if (hopeful()) sooner(started_ + session::Link::kSilence);
  sooner(connection_.transport->next_pump());
  return next;
}

void Post::close() {
  session_.close(kPatienceAtTheEnd);
}

}  // namespace panggil::kiosk
