#include "common/session/asks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace panggil::session {

bool Asks::ask(std::string action, protocol::Command command, MonoTime now) {
  if (under_way(action)) return false;
  asks_.push_back({.action = std::move(action), .command = std::move(command), .pressed = now});
  return true;
}

bool Asks::under_way(std::string_view action) const {
  return std::any_of(asks_.begin(), asks_.end(),
                     [&](const Ask& ask) { return !ask.given_up && ask.action == action; });
}

std::optional<MonoTime> Asks::next_sending(const Ask& ask) {
  if (ask.sent == 0 || ask.once_more) return ask.pressed;
  if (ask.given_up || ask.sent > std::size(kResendAfter)) return std::nullopt;
  return ask.pressed + kResendAfter[ask.sent - 1];
}

MonoTime Asks::end(const Ask& ask) {
  return ask.pressed + (ask.given_up ? kForgetAfter : kGiveUpAfter);
}

std::vector<Asks::Sending> Asks::due(MonoTime now) {
  std::vector<Sending> sendings;
  for (Ask& ask : asks_) {
    const auto next = next_sending(ask);
    if (!next || *next > now) continue;
    // A loop that slept through several turns sends once, not several times.
    ask.once_more = false;
    ask.sent =
        1 + static_cast<std::size_t>(std::count_if(std::begin(kResendAfter), std::end(kResendAfter),
                                                   [&](Millis after) { return ask.pressed + after <= now; }));
    sendings.push_back({ask.action, ask.command});
  }
  return sendings;
}

void Asks::ask_again() {
  for (Ask& ask : asks_) ask.once_more = true;
}

std::optional<Settled> Asks::answered(const protocol::Answer& answer, std::string payload) {
  const auto ask =
      std::find_if(asks_.begin(), asks_.end(), [&](const Ask& one) { return one.command.id == answer.id; });
  if (ask == asks_.end()) return std::nullopt;
  Settled settled{ask->command.id, ask->action, Unknown{}};
  if (answer.ok()) {
    settled.outcome = Done{answer, std::move(payload)};
  } else {
    settled.outcome = Refused{answer, std::move(payload)};
  }
  asks_.erase(ask);
  return settled;
}

std::vector<Settled> Asks::given_up(MonoTime now) {
  asks_.remove_if([&](const Ask& ask) { return ask.given_up && end(ask) <= now; });
  std::vector<Settled> settled;
  for (Ask& ask : asks_) {
    if (ask.given_up || end(ask) > now) continue;
    ask.given_up = true;
    settled.push_back({ask.command.id, ask.action, Unknown{}});
  }
  return settled;
}

std::optional<MonoTime> Asks::next() const {
  std::optional<MonoTime> next;
  for (const Ask& ask : asks_) {
    const auto sending = next_sending(ask);
    const MonoTime soonest = sending ? std::min(*sending, end(ask)) : end(ask);
    next = next ? std::min(*next, soonest) : soonest;
  }
  return next;
}

}  // namespace panggil::session
