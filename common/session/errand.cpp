#include "common/session/errand.hpp"

#include <algorithm>
#include <utility>

#include "common/protocol/codec.hpp"
#include "common/session/patience.hpp"

namespace panggil::session {
namespace {

class Running {
 public:
  Running(Session& session, EventLoop& loop, const Clock& clock, Errand errand)
      : session_(session), loop_(loop), clock_(clock), errand_(std::move(errand)), since_(clock.mono()) {}

  ErrandEnd run() {
    end_.site = session_.site().text();
    session_.on_message([this](const auto& topic, const auto& received) { take(topic, received); });
    session_.on_settled([this](const Settled& settled) { end(settled.outcome); });
    session_.follow({.filter = session_.topics().office()});
    if (errand_.expect_what_is_shown) {
      session_.follow({.filter = session_.topics().counter(*errand_.expect_what_is_shown)});
    }
    loop_.on_turn([this] { return turn(); });
    loop_.run();
    if (!ended_) interrupt();
    return std::move(end_);
  }

 private:
  std::optional<Deadline> turn() {
    const auto next = session_.turn();
    if (asked_ || ended_) return next;
    if (!reached_ && session_.link_state() != LinkState::kNoBroker) {
      reached_ = true;
      since_ = clock_.mono();
    }
    if (ready()) {
      ask();
      return session_.turn();
    }
    if (clock_.mono() >= patience_end()) end(NotSent{session_.link_state()});
    return next ? std::min<Deadline>(*next, patience_end()) : Deadline(patience_end());
  }

  MonoTime patience_end() const {
    if (!reached_) return since_ + kForTheBroker;
    return since_ + (session_.link_state() == LinkState::kOffline ? kForOneWhoIsOffline : kForTheDispatcher);
  }

  bool ready() const {
    if (session_.link_state() != LinkState::kUp || !end_.office || !now_) return false;
    return !errand_.expect_what_is_shown || counter_ || !office_has_the_counter();
  }

  /// There is no state to wait for of a counter that the office does not have: the dispatcher will say so.
  bool office_has_the_counter() const {
    return std::ranges::any_of(end_.office->counters, [this](const protocol::OfficeCounter& counter) {
      return counter.counter == errand_.expect_what_is_shown->text();
    });
  }

  void ask() {
    asked_ = true;
    if (counter_) {
      errand_.command.expect.emplace();
      if (counter_->ticket) errand_.command.expect->ticket = counter_->ticket->ticket;
    }
    if (errand_.complete) errand_.complete(errand_.command, *end_.office, *now_);
    session_.ask(errand_.action, std::move(errand_.command));
  }

  void take(const protocol::Topic& topic, const mqtt::Received& received) {
    if (std::holds_alternative<protocol::OfficeTopic>(topic)) {
      if (auto office = protocol::decode<protocol::Office>(received.payload))
        end_.office = std::move(*office);
    } else if (std::holds_alternative<protocol::CounterTopic>(topic)) {
      if (auto counter = protocol::decode<protocol::Counter>(received.payload))
        counter_ = std::move(*counter);
    } else if (std::holds_alternative<protocol::BeatTopic>(topic)) {
      if (const auto beat = protocol::decode<protocol::Beat>(received.payload)) now_ = beat->time;
    }
  }

  void interrupt() {
    end(asked_ ? Outcome(Unknown{}) : Outcome(NotSent{session_.link_state()}));
    end_.interrupted = true;
  }

  void end(Outcome outcome) {
    if (ended_) return;
    ended_ = true;
    end_.outcome = std::move(outcome);
    end_.trouble = session_.link().trouble();
    loop_.stop();
  }

  Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  Errand errand_;
  MonoTime since_;
  bool reached_ = false;
  bool asked_ = false;
  bool ended_ = false;
  std::optional<protocol::Counter> counter_;
  std::optional<Stamp> now_;  ///< by the dispatcher's clock
  ErrandEnd end_;
};

}  // namespace

ErrandEnd run_errand(Session& session, EventLoop& loop, const Clock& clock, Errand errand) {
  return Running(session, loop, clock, std::move(errand)).run();
}

}  // namespace panggil::session
