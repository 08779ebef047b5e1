#include "ctl/watch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "common/base/log.hpp"
#include "common/session/patience.hpp"
#include "ctl/office_session.hpp"
#include "ctl/terminal.hpp"
#include "ctl/view.hpp"

namespace panggil::ctl {
namespace {

using session::LinkState;

/// Nobody reads faster, and a busy office would keep the terminal at work.
constexpr Millis kBetweenDraws{50};
/// While nothing comes the age of the last beat goes on.
constexpr Millis kLongestStill{1000};

class Watch {
 public:
  Watch(session::Session& session, EventLoop& loop, const Clock& clock, std::string language,
        Terminal* terminal)
      : session_(session), loop_(loop), clock_(clock), language_(std::move(language)), terminal_(terminal) {}

  void run() {
    session_.on_message([this](const auto& topic, const auto& received) { take(topic, received.payload); });
    session_.on_forget([this] { picture_.forget(); });
    session_.follow({.filter = session_.topics().every_event()});
    if (terminal_ != nullptr)
      take_over_terminal();
    else
      session_.on_link([this] { tell_link(); });
    loop_.on_turn([this] { return turn(); });
    loop_.run();
  }

 private:
  void take_over_terminal() {
    // What the log would say of the connection stands on the screen, and would spoil it.
    log::set_level(log::level::off);
    terminal_->take_over();
    follow_state(session_);
    loop_.watch(terminal_->resize_fd(), [this] { terminal_->resized(); });
    loop_.watch(STDIN_FILENO, [this] { take_keys(); });
    loop_.on_hangup([this] { loop_.stop(); });
  }

  void take_keys() {
    const auto keys = terminal_->keys();
    if (!keys) return loop_.unwatch(STDIN_FILENO);
    if (keys->find_first_of("qQ") != std::string::npos) loop_.stop();
  }

  void take(const protocol::Topic& topic, const std::string& payload) {
    if (!picture_.take(topic, payload) || terminal_ != nullptr) return;
    if (std::holds_alternative<protocol::EventTopic>(topic)) say(event_line(picture_.events().front()));
  }

  /// Through a pipe a silence must not look like a quiet office; on standard error, as it is no event.
  void tell_link() {
    const bool up = session_.link_state() == LinkState::kUp;
    if (up != was_up_) {
      fmt::print(stderr, "{}\n", session::Wording(language_).text(up ? "ctl.link_came" : "ctl.link_went"));
    }
    was_up_ = up;
  }

  void say(const std::string& line) {
    fmt::print("{}\n", line);
    if (std::fflush(stdout) != 0) loop_.stop();
  }

  std::optional<Deadline> turn() {
    const auto next = session_.turn();
    if (terminal_ == nullptr) return next;
    mend_gaps();
    const auto again = draw_when_due();
    return next ? std::min<Deadline>(*next, again) : again;
  }

  void mend_gaps() {
    const auto& beat = session_.link().last_beat();
    const bool missed = beat && gap_.missed(beat->seq, picture_.seq(), clock_.mono());
    if (missed || session_.dropped() > dropped_) session_.refresh();
    dropped_ = session_.dropped();
  }

  Deadline draw_when_due() {
    const MonoTime now = clock_.mono();
    if (now < drawn_ + kBetweenDraws) return drawn_ + kBetweenDraws;
    const auto& office = picture_.office();
    const session::Wording wording(language_, office ? std::optional(office->message) : std::nullopt);
    const Scene scene{picture_, session_.link(), wording, now};
    if (!terminal_->draw(whole_screen(scene, terminal_->size()))) loop_.stop();
    drawn_ = now;
    return now + kLongestStill;
  }

  session::Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  std::string language_;
  Terminal* terminal_;  ///< null: a pipe
  Picture picture_;
  Gap gap_;
  std::size_t dropped_ = 0;
  bool was_up_ = false;
  MonoTime drawn_{};
};

}  // namespace

int run_watch(const Settings& settings) {
  const RealClock clock;
  EventLoop loop;
  const auto terminal = Terminal::on_standard_output() ? std::make_unique<Terminal>() : nullptr;
  session::Connection way(connection(settings));
  const auto site = session::choose_site(settings.machine, way, loop, clock);
  if (!site) return print(site.error(), "panggil-ctl");
  session::Session session(way, loop, clock, *site, settings.name);
  Watch(session, loop, clock, settings.machine.language, terminal.get()).run();
  session.close(session::kFarewell);
  return settings::kDone;
}

}  // namespace panggil::ctl
