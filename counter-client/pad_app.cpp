#include "counter-client/pad_app.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/base/log.hpp"
#include "common/runtime/service.hpp"
#include "common/settings/command_line.hpp"

namespace panggil::counter {
namespace {

Signal signal_of(const session::Outcome& outcome) {
  if (std::holds_alternative<session::Done>(outcome)) return Signal::kDone;
  return std::holds_alternative<session::Unknown>(outcome) ? Signal::kUnsure : Signal::kNo;
}

}  // namespace

PadApp::PadApp(const Settings& settings, EventLoop& loop, const Clock& clock)
    : pad_(*settings.pad),
      loop_(loop),
      post_(settings, loop, clock),
      beeper_(pad_.beeper),
      plug_(pad_.device, loop, [this](Key key) { pressed(key); }) {
  post_.on_health([this](protocol::Health& health) { tell_health(health); });
  post_.on_settled([this](const session::Settled& outcome) { settled(outcome); });
  loop_.on_turn([this] { return turn(); });
}

void PadApp::run() {
  run_service(loop_, [this] { post_.close(); });
}

std::optional<Deadline> PadApp::turn() {
  if (std::exchange(plugged_, plug_.plugged()) != plug_.plugged()) post_.report_health_anew();
  auto next = post_.turn();
  if (const auto beep = beeper_.turn(Deadline::clock::now())) next = next ? std::min(*next, *beep) : *beep;
  return next;
}

void PadApp::tell_health(protocol::Health& health) const {
  health.keypad = plug_.plugged() ? "ready" : "gone";
  if (pad_.beeper) {
    health.sound = beeper_.works() ? "ok" : "failed";
  } else {
    health.sound = "none";
  }
}

void PadApp::pressed(Key key) {
  const auto order = pad_.keys.find(key);
  if (order == pad_.keys.end()) return give(Signal::kNo);
  post_.press(key, order->second);
  if (!post_.model().counted()) return;
  // What is refused at once, by settled() or by the model, has made its beeps already or makes them now.
  const bool under_way = post_.model().message().tone == Tone::kBusy;
  plug_.light(under_way);
  give(under_way ? Signal::kHeard : Signal::kNo);
}

void PadApp::settled(const session::Settled& outcome) {
  plug_.light(false);
  give(signal_of(outcome.outcome));
  log::info("{}: {}", outcome.action,
            std::holds_alternative<session::Done>(outcome.outcome)      ? "done"
            : std::holds_alternative<session::Refused>(outcome.outcome) ? "refused"
            : std::holds_alternative<session::Unknown>(outcome.outcome) ? "no answer"
                                                                        : "not sent");
}

int run_pad(const Settings& settings) {
  EventLoop loop;  // before MQTT starts threads: it decides where signals go
  const RealClock clock;
  log::info("a number pad is counter {}", settings.counter.text());
  PadApp(settings, loop, clock).run();
  return settings::kDone;
}

}  // namespace panggil::counter
