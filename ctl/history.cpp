#include "ctl/history.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "common/protocol/codec.hpp"
#include "common/session/patience.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {

using session::LinkState;

constexpr Millis kBeforeProgress{1000};
/// Somebody else reads history as well.
constexpr Millis kAfterBusy{250};

class Fetch {
 public:
  Fetch(session::Session& session, EventLoop& loop, const Clock& clock, Days days,
        const session::Wording& wording)
      : session_(session), loop_(loop), clock_(clock), days_(std::move(days)), wording_(wording) {}

  Fetched run() {
    fetched_.end.site = session_.site().text();
    session_.on_message([this](const auto& topic, const auto& received) { take(topic, received.payload); });
    session_.on_settled([this](const session::Settled& settled) { settle(settled.outcome); });
    session_.follow({.filter = session_.topics().every_event()});
    session_.follow({.filter = session_.topics().office()});
    loop_.on_turn([this] { return turn(); });
    loop_.run();
    if (told_) fmt::print(stderr, "\n");
    if (!ended_) fetched_.end.interrupted = true;
    if (done_) fetched_.history = std::move(history_);
    return std::move(fetched_);
  }

 private:
  std::optional<Deadline> turn() {
    auto next = session_.turn();
    const auto now = clock_.mono();
    if (!asked_ && !ready() && now >= patience_end()) end(session::NotSent{session_.link_state()});
    if (!ended_ && !session_.under_way("events") && ready() && now >= not_before_) {
      ask();
      next = session_.turn();
    }
    const Deadline own = !asked_             ? patience_end()
                         : now < not_before_ ? not_before_
                                             : now + session::kForTheBroker;
    return next ? std::min<Deadline>(*next, own) : own;
  }

  bool ready() const { return session_.link_state() == LinkState::kUp && fetched_.end.office; }
  MonoTime patience_end() const { return since_ + session::kForTheBroker + session::kForTheDispatcher; }

  void ask() {
    asked_ = true;
    protocol::Command question;
    question.after_seq = after_;
    question.from = days_.from;
    question.to = days_.to;
    // The first answer says which day it is.
    if (!days_.from && !days_.to) question.limit = 1;
    session_.ask("events", std::move(question));
  }

  void settle(const session::Outcome& outcome) {
    const auto* done = std::get_if<session::Done>(&outcome);
    if (done) return page(std::get<protocol::EventsResult>(*done->answer.result), done->answer.seq);
    const auto* refused = std::get_if<session::Refused>(&outcome);
    if (refused && refused->answer.error && refused->answer.error->code == "busy") {
      not_before_ = clock_.mono() + kAfterBusy;
      return;
    }
    end(outcome);
  }

  void page(const protocol::EventsResult& page, std::uint64_t seq) {
    history_.day = page.day;
    if (!days_.from && !days_.to) {
      days_.from = days_.to = page.day;
      return;
    }
    history_.events.insert(history_.events.end(), page.events.begin(), page.events.end());
    history_.lost.insert(history_.lost.end(), page.lost.begin(), page.lost.end());
    history_.seq = seq;
    tell_progress();
    if (page.next && *page.next > after_) return void(after_ = *page.next);
    done_ = true;
    end(session::Unknown{});
  }

  void tell_progress() {
    if (clock_.mono() < since_ + kBeforeProgress || isatty(STDERR_FILENO) == 0) return;
    told_ = true;
    fmt::print(stderr, "\r{}",
               wording_.text("ctl.events_read", {{"count", std::to_string(history_.events.size())}}));
  }

  void take(const protocol::Topic& topic, const std::string& payload) {
    if (std::holds_alternative<protocol::OfficeTopic>(topic)) {
      if (auto office = protocol::decode<protocol::Office>(payload)) fetched_.end.office = std::move(*office);
    } else if (std::holds_alternative<protocol::EventTopic>(topic)) {
      if (auto event = protocol::decode<protocol::Event>(payload)) history_.live.push_back(std::move(*event));
    }
  }

  void end(session::Outcome outcome) {
    ended_ = true;
    fetched_.end.outcome = std::move(outcome);
    fetched_.end.trouble = session_.link().trouble();
    loop_.stop();
  }

  session::Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  Days days_;
  const session::Wording& wording_;
  MonoTime since_ = clock_.mono();
  MonoTime not_before_{};
  std::uint64_t after_ = 0;
  bool asked_ = false;
  bool told_ = false;
  bool done_ = false;
  bool ended_ = false;
  History history_;
  Fetched fetched_;
};

}  // namespace

Fetched fetch_history(session::Session& session, EventLoop& loop, const Clock& clock, Days days,
                      const session::Wording& wording) {
  return Fetch(session, loop, clock, std::move(days), wording).run();
}

void check_days(const Days& days) {
  for (const auto& [flag, day] : {std::pair("--from", &days.from), std::pair("--to", &days.to)}) {
    if (*day && !parse_day(**day))
      throw std::invalid_argument(spoken_text("usage.no_day", {{"flag", flag}, {"day", **day}}));
  }
  if (days.from && days.to && *days.to < *days.from)
    throw std::invalid_argument(spoken_text("usage.days_reversed", {{"to", *days.to}, {"from", *days.from}}));
}

}  // namespace panggil::ctl
