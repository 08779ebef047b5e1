#include "kiosk/post.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/random_text.hpp"
#include "common/runtime/service_notify.hpp"
#include "common/session/received.hpp"

namespace panggil::kiosk {
namespace {

constexpr std::size_t kIdLength = 20;

/// Hands over what can be read; what cannot is logged and left alone.
struct Intake {
  Model& model;
  const mqtt::Received& received;

  void operator()(const protocol::BeatTopic&) const { session::hand_over<protocol::Beat>(received, model); }
  void operator()(const protocol::OfficeTopic&) const {
    if (!received.payload.empty()) session::hand_over<protocol::Office>(received, model);
  }
  void operator()(const protocol::QueueTopic& queue) const {
    if (received.payload.empty()) return model.queue_gone(queue.service.text());
    session::hand_over<protocol::Queue>(received, model);
  }
  void operator()(const protocol::BoardTopic& board) const {
    if (received.payload.empty()) return model.board_gone(board.area.text());
    session::hand_over<protocol::Board>(received, model);
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

Post::Post(const Settings& settings, EventLoop& loop, const Clock& clock)
    : clock_(clock),
      model_(settings.place),
      touch_file_(settings.state),
      resident_({"panggil-kiosk", settings.machine, settings.name}, loop, clock) {
  resident_.on_health([this](protocol::Health& health) { tell_health(health); });
  if (settings.printer) {
    press_.emplace(settings.printer->press);
    printer_ = std::make_unique<Printer>(make_port(settings.printer->way));
    loop.watch(printer_->fd(), [this] { look_at_printer(); });
    model_.printer(PrinterState::kReady);
  }
  take_up_unfinished_touch();
  resident_.begin([this](session::Session& session) { join(session); });
  look_at_link();
}

void Post::join(session::Session& session) {
  session.on_message([this](const auto& topic, const auto& received) { take(topic, received); });
  session.on_forget([this] { model_.forget(); });
  session.on_settled([this](const session::Settled& end) { settled(end); });
  const auto& topics = session.topics();
  for (const auto& topic : {topics.office(), topics.every_queue(), topics.every_board()})
    session.follow({.filter = topic});
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

void Post::check_services() {
  const auto unknown = model_.unknown_services();
  for (const auto& service : unknown)
    if (std::ranges::find(told_services_, service) == told_services_.end())
      log::error("the office has no service {}, so it is not offered; correct services: in kiosk.yaml",
                 for_log(service));
  told_services_ = unknown;
}

void Post::take(const protocol::Topic& topic, const mqtt::Received& received) {
  // Before what comes with it: the first message after a silence must not meet a model that is still offline.
  look_at_link();
  std::visit(Intake{model_, received}, topic);
  if (std::holds_alternative<protocol::OfficeTopic>(topic)) check_services();
}

void Post::look_at_link() {
  model_.link(resident_.link_state(), resident_.hopeful());
}

void Post::look_at_printer() {
  for (const auto& news : printer_->take_news()) {
    if (news.printed) model_.printed(*news.printed, clock_.mono());
    if (news.printed && !*news.printed)
      log::error("a ticket was not printed; its number stands on the screen");
    if (!news.state) continue;
    model_.printer(*news.state);
    printer_state_ = *news.state;
    resident_.report_health_anew();
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
  if (!is_new && resident_.link_state() != session::LinkState::kUp) return;
  auto command = *std::exchange(to_ask_, std::nullopt);
  asked_ = clock_.mono();
  // The model asks for nothing before the link is up.
  auto& session = *resident_.session();
  if (is_new) {
    command.id = random_text(kIdLength);
    command.lease = session.link().lease(asked_);
    if (command.lease) touch_file_.keep({command, clock_.wall()});
  }
  session.ask("issue", std::move(command));
}

void Post::ask_again_if_unsure() {
  if (!model_.unsure() || to_ask_ || clock_.mono() - asked_ < kAskAgainEvery) return;
  asked_ = clock_.mono();
  resident_.session()->ask_again();
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

void Post::tell_health(protocol::Health& health) const {
  health.screen = screen_;
  health.printer = std::string(to_text(printer_state_));
  notify_status(fmt::format("on {}, printer: {}", screen_, *health.printer));
}

std::optional<Deadline> Post::turn() {
  const bool was_under_way = model_.under_way();
  ask_what_is_due();
  auto next = resident_.turn();
  look_at_link();
  ask_again_if_unsure();
  model_.advance(clock_.mono());
  // Given up for good: nobody waits for it any more.
  if (was_under_way && !model_.under_way()) touch_file_.clear();
  const auto sooner = [&next](std::optional<Deadline> other) {
    if (other) next = next ? std::min(*next, *other) : *other;
  };
  sooner(model_.deadline());
  if (model_.unsure() && !to_ask_) sooner(asked_ + kAskAgainEvery);
  return next;
}

void Post::close() {
  resident_.close();
}

}  // namespace panggil::kiosk
