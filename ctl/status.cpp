#include "ctl/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "common/protocol/codec.hpp"
#include "common/session/patience.hpp"
#include "ctl/office_session.hpp"
#include "ctl/terminal.hpp"
#include "ctl/view.hpp"

namespace panggil::ctl {
namespace {

using session::LinkState;

/// Looks until everything has been seen or has had its time.
class Look {
 public:
  Look(session::Session& session, EventLoop& loop, const Clock& clock)
      : session_(session), loop_(loop), clock_(clock), since_(clock.mono()) {}

  void run() {
    session_.on_message(
        [this](const auto& topic, const auto& received) { picture_.take(topic, received.payload); });
    session_.on_forget([this] { picture_.forget(); });
    follow_state(session_);
    loop_.on_turn([this] { return turn(); });
    loop_.run();
  }
  const Picture& picture() const { return picture_; }
  bool complete() const { return picture_.complete() && session_.link_state() == LinkState::kUp; }

 private:
  std::optional<Deadline> turn() {
    const auto next = session_.turn();
    if (!reached_ && session_.link_state() != LinkState::kNoBroker) {
      reached_ = true;
      since_ = clock_.mono();
    }
    if (complete() || clock_.mono() >= end()) loop_.stop();
    return next ? std::min<Deadline>(*next, end()) : Deadline(end());
  }
  MonoTime end() const {
    if (!reached_) return since_ + session::kForTheBroker;
    return since_ + (session_.link_state() == LinkState::kOffline ? session::kForOneWhoIsOffline
                                                                  : session::kForTheDispatcher);
  }

  session::Session& session_;
  EventLoop& loop_;
  const Clock& clock_;
  MonoTime since_;
  bool reached_ = false;
  Picture picture_;
};

std::string in_words(const Scene& scene, std::size_t width) {
  std::string text;
  for (const auto& section : {heading(scene, width), services(scene, width), counters(scene, width),
                              notices(scene, width), devices(scene, width)}) {
    if (section.empty()) continue;
    if (!text.empty()) text += "\n";
    for (const auto& line : section) text += line.text + "\n";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

template <class Message>
std::string payloads(const std::map<std::string, Heard<Message>>& heard) {
  std::string list;
  for (const auto& [key, one] : heard)
    list += fmt::format("{}\"{}\":{}", list.empty() ? "" : ",", key, one.payload);
  return "{" + list + "}";
}

/// What stands at the broker, put together as it came: each part has been read, so it is JSON, and each key
/// is an id.
std::string in_json(const Picture& picture, const session::Link& link, const SiteId& site) {
  const auto status = link.last_status() ? protocol::encode(*link.last_status()) : "null";
  const auto beat = link.last_beat() ? protocol::encode(*link.last_beat()) : "null";
  return fmt::format(
      R"({{"site":"{}","status":{},"beat":{},"office":{},"queues":{},"counters":{},"devices":{}}})",
      site.text(), status, beat, picture.office() ? picture.office()->payload : "null",
      payloads(picture.queues()), payloads(picture.counters()), payloads(picture.devices()));
}

session::Ending ending(const Look& look, const session::Session& session, const Settings& settings,
                       bool json) {
  const auto& office = look.picture().office();
  const session::Wording wording(settings.machine.language,
                                 office ? std::optional(office->message) : std::nullopt);
  const auto width = Terminal::width_of_output();
  const Scene scene{look.picture(), session.link(), wording, RealClock().mono()};
  session::Ending ending;
  ending.output = json ? in_json(look.picture(), session.link(), session.site()) : in_words(scene, width);
  if (!look.complete()) {
    ending.code = settings::kNoConnection;
    ending.complaint = office ? wording.text("ctl.incomplete")
                              : wording.text("ctl.nothing_of", {{"site", session.site().text()}});
  }
  return ending;
}

}  // namespace

int run_status(const Settings& settings, bool json) {
  return in_session(settings, [&](session::Session& session, EventLoop& loop, const Clock& clock) {
    Look look(session, loop, clock);
    look.run();
    return print(ending(look, session, settings, json), "panggil-ctl");
  });
}

}  // namespace panggil::ctl
