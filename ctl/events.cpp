#include "ctl/events.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/protocol/codec.hpp"
#include "common/session/event_words.hpp"
#include "ctl/history.hpp"
#include "ctl/office_session.hpp"

namespace panggil::ctl {
namespace {

bool is(const std::optional<std::string>& wanted, const std::optional<std::string>& found) {
  return !wanted || wanted == found;
}

/// An undoing names the tickets that it made as they were.
bool is_of_ticket(const protocol::Event& event, const std::optional<std::string>& ticket) {
  if (is(ticket, event.ticket)) return true;
  return event.tickets && std::ranges::any_of(*event.tickets, [&](const protocol::RestoredTicket& restored) {
           return restored.ticket == *ticket;
         });
}

class Printing {
 public:
  Printing(const CommandLine& line, const session::Wording& wording) : line_(line), wording_(wording) {}

  /// False: nobody reads any more.
  bool print(const protocol::Event& event) {
    if (event.seq <= seq_) return true;
    seq_ = event.seq;
    if (!wanted(event, line_.filter)) return true;
    printed_any_ = true;
    fmt::print("{}\n", line_.json ? protocol::encode(event) : session::dated_event_words(event, wording_));
    return std::fflush(stdout) == 0;
  }
  bool printed_any() const { return printed_any_; }

 private:
  const CommandLine& line_;
  const session::Wording& wording_;
  std::uint64_t seq_ = 0;
  bool printed_any_ = false;
};

/// Also why, where a counter was asked for that the office does not have.
void tell_nothing(const EventFilter& filter, const session::Wording& wording) {
  fmt::print(stderr, "{}\n", wording.text("ctl.no_events"));
  if (!filter.counter || !wording.office()) return;
  std::string list;
  for (const auto& place : wording.office()->counters) {
    if (place.counter == *filter.counter) return;
    list += (list.empty() ? "" : ", ") + place.counter;
  }
  fmt::print(stderr, "-- {}\n", wording.text("session.counters_here", {{"list", list}}));
}

void tell_lost(const History& history, const session::Wording& wording) {
  for (const auto& lost : history.lost) {
    fmt::print(stderr, "{}\n",
               wording.text("ctl.events_lost",
                            {{"first", std::to_string(lost.first)}, {"last", std::to_string(lost.last)}}));
  }
}

void follow(session::Session& session, EventLoop& loop, Printing& printing, const session::Wording& wording) {
  bool up = true;
  session.on_message([&](const auto& topic, const auto& received) {
    if (!std::holds_alternative<protocol::EventTopic>(topic)) return;
    const auto event = protocol::decode<protocol::Event>(received.payload);
    if (event && !printing.print(*event)) loop.stop();
  });
  session.on_link([&] {
    if (const bool is_up = session.link_state() == session::LinkState::kUp; is_up != up) {
      up = is_up;
      fmt::print(stderr, "{}\n", wording.text(up ? "ctl.link_came" : "ctl.link_went"));
    }
  });
  loop.on_turn([&] { return session.turn(); });
  loop.run();
}

int print_all(session::Session& session, EventLoop& loop, const Clock& clock, const Settings& settings,
              const CommandLine& line) {
  const auto fetched =
      fetch_history(session, loop, clock, line.days, session::Wording(settings.machine.language));
  const session::Wording wording(settings.machine.language, fetched.end.office);
  if (!fetched.history) {
    const auto nothing = [](const auto&, const auto&) { return std::string(); };
    return session::print(session::ending(fetched.end, wording, false, nothing), "panggil-ctl");
  }
  Printing printing(line, wording);
  tell_lost(*fetched.history, wording);
  for (const auto& event : fetched.history->events)
    if (!printing.print(event)) return settings::kDone;
  if (!line.follow) {
    if (!printing.printed_any()) tell_nothing(line.filter, wording);
    return settings::kDone;
  }
  for (const auto& event : fetched.history->live)
    if (!printing.print(event)) return settings::kDone;
  follow(session, loop, printing, wording);
  return settings::kDone;
}

}  // namespace

bool wanted(const protocol::Event& event, const EventFilter& filter) {
  return is_of_ticket(event, filter.ticket) && is(filter.counter, event.counter) &&
         is(filter.kind, event.kind);
}

int run_events(const Settings& settings, const CommandLine& line) {
  return in_session(settings, [&](session::Session& session, EventLoop& loop, const Clock& clock) {
    return print_all(session, loop, clock, settings, line);
  });
}

}  // namespace panggil::ctl
