#include "ctl/screens/talk.hpp"

#include <algorithm>

#include "common/session/patience.hpp"

namespace panggil::ctl {
namespace {

class Talking {
 public:
  Talking(session::Session& session, EventLoop& loop, const Clock& clock, const Talk& talk)
      : session_(session),
        loop_(loop),
        clock_(clock),
        talk_(talk),
        until_(clock.mono() + session::kForTheBroker) {}

  TalkEnd run() {
    session_.on_message([this](const auto& topic, const auto& received) { talk_.hear(topic, received); });
    for (const auto& filter : talk_.filters) session_.follow({.filter = filter});
    loop_.on_turn([this] { return turn(); });
    loop_.run();
    if (loop_.interrupted() && end_ == TalkEnd::kNotYet) return TalkEnd::kInterrupted;
    if (loop_.interrupted() && end_ == TalkEnd::kNoBroker) return TalkEnd::kNotBegun;
    return end_;
  }

 private:
  std::optional<Deadline> turn() {
    const auto next = session_.turn();
    if (end_ == TalkEnd::kNoBroker && session_.link_state() != session::LinkState::kNoBroker) {
      end_ = TalkEnd::kNotYet;
      until_ = clock_.mono() + talk_.patience;
      talk_.begin();
    }
    if (end_ == TalkEnd::kNotYet && talk_.is_over()) end_ = TalkEnd::kOver;
    if (end_ == TalkEnd::kOver || clock_.mono() >= until_) loop_.stop();
    return next ? std::min(*next, Deadline(until_)) : Deadline(until_);
  }

  session::Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  const Talk& talk_;
  MonoTime until_;
  TalkEnd end_ = TalkEnd::kNoBroker;
};

}  // namespace

TalkEnd run_talk(session::Session& session, EventLoop& loop, const Clock& clock, const Talk& talk) {
  return Talking(session, loop, clock, talk).run();
}

}  // namespace panggil::ctl
