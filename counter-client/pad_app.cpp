#include "counter-client/pad_app.hpp"

#include <algorithm>
#include <variant>

#include "common/base/log.hpp"
#include "common/runtime/service_notify.hpp"
#include "common/settings/command_line.hpp"
#include "counter-client/site.hpp"

namespace panggil::counter {
namespace {

Signal signal_of(const session::Outcome& outcome) {
  if (std::holds_alternative<session::Done>(outcome)) return Signal::kDone;
  return std::holds_alternative<session::Unknown>(outcome) ? Signal::kUnsure : Signal::kNo;
}

}  // namespace

PadApp::PadApp(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock)
    : pad_(*settings.pad),
      loop_(loop),
      post_(settings, site, loop, clock),
      beeper_(pad_.beeper),
      plug_(pad_.device, loop, [this](Key key) { pressed(key); }) {
  post_.on_settled([this](const session::Settled& outcome) { settled(outcome); });
  loop_.on_turn([this] { return turn(); });
}

void PadApp::run() {
  try {
    loop_.run();
  } catch (...) {
    post_.close();
    throw;
  }
  notify_stopping();
  post_.close();
}

std::optional<Deadline> PadApp::turn() {
  auto next = post_.turn();
  const auto now = Deadline::clock::now();
  const auto at_the_latest = [&](std::optional<Deadline> when) {
    if (when) next = next ? std::min(*next, *when) : *when;
  };
  at_the_latest(beeper_.turn(now));
  at_the_latest(tell_systemd(now));
  return next;
}

std::optional<Deadline> PadApp::tell_systemd(Deadline now) {
  if (!ready_) notify_ready();
  ready_ = true;
  if (!watchdog_) return std::nullopt;
  notify_watchdog();
  return now + *watchdog_ / 2;
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
  const auto site = site_of(settings, clock);
  if (!site) return site.error();
  log::info("a number pad is counter {} of {}", settings.counter.text(), site->text());
  PadApp(settings, *site, loop, clock).run();
  return settings::kDone;
}

}  // namespace panggil::counter
